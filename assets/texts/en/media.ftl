media-refused-empty = The file is empty.
media-refused-not-a-picture = The file is not a picture that can be read. Add it as a document instead.
media-refused-truncated = The file ends halfway. It was probably damaged on its way: try sending it again.
media-refused-broken = The file is broken and cannot be read.
media-refused-unsupported = The picture is stored in a way that cannot be read here. Save it as JPEG and try again.
media-refused-too-many-pixels = The picture is too large: at most { $megapixels } million pixels.
media-refused-too-much-memory = The file takes too much memory to read.
media-refused-too-slow = The file takes too long to read.
