//! The schemas of patches, in which every field may be left out or `null`, made from those of what they patch.

use utoipa::openapi::{
    Components, OpenApi, Ref, RefOr, Schema, Type,
    schema::{AdditionalProperties, OneOfBuilder, SchemaType},
};

/// Gives each `PATCH` the schema of a patch, and takes what a schema says of unknown fields from those that others build
/// on: there, the fields of the whole are unknown to its part.
pub(super) fn complete(document: &mut OpenApi) {
    let Some(components) = &mut document.components else {
        return;
    };
    for name in parts(components) {
        if let Some(RefOr::T(Schema::Object(part))) = components.schemas.get_mut(&name) {
            part.additional_properties = None;
        }
    }
    for item in document.paths.paths.values_mut() {
        let patch = item
            .patch
            .as_mut()
            .and_then(|patch| patch.request_body.as_mut());
        let Some(RefOr::T(body)) = patch else {
            continue;
        };
        for content in body.content.values_mut() {
            if let RefOr::T(content) = content
                && let Some(RefOr::Ref(whole)) = &content.schema
            {
                content.schema = Some(patch_of(components, whole).into());
            }
        }
    }
}

/// Describes the patch of a whole, and gives its name.
fn patch_of(components: &mut Components, whole: &Ref) -> Ref {
    let name = name_of(whole);
    let patch = format!("{}Patch", name.trim_end_matches("Fields"));
    if let Some(RefOr::T(Schema::Object(whole))) = components.schemas.get(name) {
        let mut schema = whole.clone();
        schema.required.clear();
        schema.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(false)));
        schema.description = Some(format!(
            "What changes: what is absent stays, what is `null` is cleared. See `{name}`."
        ));
        for property in schema.properties.values_mut() {
            *property = nullable(property.clone());
        }
        let schema = RefOr::T(Schema::Object(schema));
        components.schemas.insert(patch.clone(), schema);
    }
    Ref::from_schema_name(patch)
}

/// The names of the schemas that others build on.
fn parts(components: &Components) -> Vec<String> {
    let wholes = components
        .schemas
        .values()
        .filter_map(|schema| match schema {
            RefOr::T(Schema::AllOf(whole)) => Some(&whole.items),
            _ => None,
        });
    let parts = wholes.flatten().filter_map(|part| match part {
        RefOr::Ref(part) => Some(name_of(part).to_owned()),
        RefOr::T(_) => None,
    });
    parts.collect()
}

fn name_of(reference: &Ref) -> &str {
    let location = reference.ref_location.as_str();
    location.rsplit('/').next().unwrap_or_default()
}

fn nullable(schema: RefOr<Schema>) -> RefOr<Schema> {
    match schema {
        RefOr::T(Schema::Object(mut object)) => {
            object.schema_type = with_null(object.schema_type);
            object.into()
        }
        RefOr::T(Schema::Array(mut array)) => {
            array.schema_type = with_null(array.schema_type);
            RefOr::T(Schema::Array(array))
        }
        // What may be absent from the whole has its `null` already.
        RefOr::T(other) => RefOr::T(other),
        RefOr::Ref(named) => {
            let choices = OneOfBuilder::new().item(null()).item(named);
            RefOr::T(Schema::OneOf(choices.build()))
        }
    }
}

fn null() -> utoipa::openapi::Object {
    utoipa::openapi::Object::with_type(Type::Null)
}

fn with_null(types: SchemaType) -> SchemaType {
    match types {
        SchemaType::Type(one) => SchemaType::Array(vec![one, Type::Null]),
        SchemaType::Array(mut several) => {
            if !several.contains(&Type::Null) {
                several.push(Type::Null);
            }
            SchemaType::Array(several)
        }
        SchemaType::AnyValue => SchemaType::AnyValue,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    #[test]
    fn everything_that_a_patch_takes_may_be_null_and_nothing_is_needed() {
        let (_, document) = crate::api::documented();
        let document = serde_json::to_value(document).unwrap();
        let schemas = &document["components"]["schemas"];
        let patches = schemas.as_object().unwrap().iter();
        let patches: Vec<_> = patches
            .filter(|(name, _)| name.ends_with("Patch"))
            .collect();
        assert!(patches.len() >= 8, "{}", patches.len());
        for (name, schema) in patches {
            assert!(schema.get("required").is_none(), "{name}");
            assert_eq!(schema["additionalProperties"], false, "{name}");
            for (field, schema) in schema["properties"].as_object().unwrap() {
                assert!(takes_null(schema), "{name}.{field}: {schema}");
            }
        }
        assert!(schemas["ItemFields"].get("additionalProperties").is_none());
        assert_eq!(
            schemas["ItemPatch"]["properties"]["name"]["type"][0],
            "string"
        );
    }

    fn takes_null(schema: &Value) -> bool {
        let types = schema["type"].as_array().into_iter().flatten();
        let choices = schema["oneOf"].as_array().into_iter().flatten();
        types
            .chain(choices.map(|choice| &choice["type"]))
            .any(|kind| kind == "null")
    }
}
