//! The choices that a list offers: states, orders, views and columns, with their names in links.

/// Where a thing stands; it is in one state at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Owned and in use.
    #[default]
    Active,
    /// Sold, given away or thrown out.
    Archived,
    /// In the bin.
    Binned,
    /// Photographed and not yet named: the tray.
    Nameless,
    /// A pattern that new things are made from.
    Template,
}

impl State {
    /// Every state, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Active,
        Self::Archived,
        Self::Binned,
        Self::Nameless,
        Self::Template,
    ];

    /// What it is called in links.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Archived => "archived",
            Self::Binned => "binned",
            Self::Nameless => "nameless",
            Self::Template => "template",
        }
    }
}

/// The order of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    /// Best match first.
    Relevance,
    /// By what the things are.
    By(Sort),
}

/// By what a list is sorted, and in which direction. Things that lack it come last in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    /// By what.
    pub by: SortBy,
    /// From the high end down.
    pub descending: bool,
}

impl Sort {
    /// The last added first.
    pub const NEWEST: Self = Self {
        by: SortBy::Added,
        descending: true,
    };

    /// The other way round.
    #[must_use]
    pub const fn reversed(self) -> Self {
        Self {
            by: self.by,
            descending: !self.descending,
        }
    }
}

/// What a list can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// When it was entered.
    Added,
    /// When it was last changed.
    Changed,
    /// Its name, as the reader's language sorts.
    Name,
    /// What it is worth.
    Value,
    /// When it was acquired.
    Acquired,
    /// Its short number.
    Number,
}

impl SortBy {
    /// Everything to sort by, in the order in which it is offered.
    pub const ALL: [Self; 6] = [
        Self::Added,
        Self::Changed,
        Self::Name,
        Self::Value,
        Self::Acquired,
        Self::Number,
    ];

    /// What it is called in links.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Name => "name",
            Self::Value => "value",
            Self::Acquired => "acquired",
            Self::Number => "number",
        }
    }
}

/// How a list looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// A card with its photo for each thing.
    #[default]
    Cards,
    /// A row for each thing.
    Table,
}

impl View {
    /// Both views.
    pub const ALL: [Self; 2] = [Self::Cards, Self::Table];

    /// What it is called in links.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cards => "cards",
            Self::Table => "table",
        }
    }
}

/// A column of the table, beside photo and name, which it always has. In the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// The short number.
    Number,
    /// Where it is.
    Place,
    /// Its category.
    Category,
    /// Its tags.
    Tags,
    /// Whose it is.
    Owner,
    /// How many.
    Quantity,
    /// Who made it.
    Maker,
    /// Which model.
    Model,
    /// Its serial number and the like.
    Identifier,
    /// When it was acquired.
    Acquired,
    /// What it cost.
    Price,
    /// What it is worth today.
    Value,
    /// Whether it is insured.
    Insured,
    /// When it was entered.
    Added,
    /// When it was last changed.
    Changed,
}

impl Column {
    /// Every column, in the order of the table.
    pub const ALL: [Self; 15] = [
        Self::Number,
        Self::Place,
        Self::Category,
        Self::Tags,
        Self::Owner,
        Self::Quantity,
        Self::Maker,
        Self::Model,
        Self::Identifier,
        Self::Acquired,
        Self::Price,
        Self::Value,
        Self::Insured,
        Self::Added,
        Self::Changed,
    ];

    /// What it is called in links.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Place => "place",
            Self::Category => "category",
            Self::Tags => "tags",
            Self::Owner => "owner",
            Self::Quantity => "quantity",
            Self::Maker => "maker",
            Self::Model => "model",
            Self::Identifier => "identifier",
            Self::Acquired => "acquired",
            Self::Price => "price",
            Self::Value => "value",
            Self::Insured => "insured",
            Self::Added => "added",
            Self::Changed => "changed",
        }
    }
}
