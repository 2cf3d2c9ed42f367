//! The kinds of things that insurers' tables tell apart.

use minicbor::{Decode, Encode};

use crate::domain::keyed::keyed;

/// What a row of a table is for. Which categories are of which kind stands in the rule file.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Encode,
    Decode,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Bicycles, also those with a motor.
    #[n(0)]
    Bikes,
    /// Glasses.
    #[n(1)]
    Glasses,
    /// What one skis, skates and plays golf with.
    #[n(2)]
    Sport,
    /// Discs and games.
    #[n(3)]
    Discs,
    /// Telephones.
    #[n(4)]
    Phones,
    /// Computers and tablets.
    #[n(5)]
    Computers,
    /// Television and sound.
    #[n(6)]
    Screens,
    /// Cameras and satellite navigators.
    #[n(7)]
    Cameras,
    /// Clothes and shoes.
    #[n(8)]
    Clothes,
    /// Jewellery, art, antiques and what else is worth more by its rarity than by its use.
    #[n(9)]
    Valuables,
    /// Other electronics.
    #[n(10)]
    Electronics,
    /// White goods and machines of the household.
    #[n(11)]
    Appliances,
    /// Furniture.
    #[n(12)]
    Furniture,
    /// Tools and machines of workshop and garden.
    #[n(13)]
    Tools,
    /// Musical instruments.
    #[n(14)]
    Instruments,
    /// Everything that no other row of a table is for.
    #[n(15)]
    Other,
}

keyed!(Kind {
    Bikes => "bikes",
    Glasses => "glasses",
    Sport => "sport",
    Discs => "discs",
    Phones => "phones",
    Computers => "computers",
    Screens => "screens",
    Cameras => "cameras",
    Clothes => "clothes",
    Valuables => "valuables",
    Electronics => "electronics",
    Appliances => "appliances",
    Furniture => "furniture",
    Tools => "tools",
    Instruments => "instruments",
    Other => "other",
});
