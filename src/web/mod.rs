//! Pages, one file or folder per feature.
