//! The tables, made once, by whichever node comes first.

use deadpool_postgres::Object;
use tokio_postgres::Error;

use super::{
    super::{FORMAT_VERSION, Table, fault::Fault},
    fault::told,
};

const VERSIONS: &str =
    "create table if not exists registry_schema (name text primary key, version bigint not null)";
const VERSION: &str = "select version from registry_schema where name = 'registry'";
const RAISE: &str = "insert into registry_schema (name, version) values ('registry', $1) \
    on conflict (name) do update set version = excluded.version \
    where registry_schema.version < excluded.version";

/// Makes the tables, where they are not there yet.
pub(super) async fn prepare(client: &Object) -> Result<(), Fault> {
    match version(client).await? {
        Some(version) if version > FORMAT_VERSION => {
            return Err(Fault::Unavailable(format!(
                "this registry was written by a newer version of Smartinventory (format {version}; this program reads up to \
                 {FORMAT_VERSION}). Update the program; the registry is untouched"
            )));
        }
        Some(FORMAT_VERSION) => return Ok(()),
        Some(_) | None => {}
    }
    make(client, VERSIONS).await?;
    for table in Table::ALL {
        let name = table.name();
        let table = format!(
            "create table if not exists registry_{name} (key bytea primary key, value bytea not null)"
        );
        make(client, &table).await?;
    }
    // Last, so that what it stands for is there.
    let format = i64::try_from(FORMAT_VERSION).map_err(|error| Fault::Defect(error.to_string()))?;
    let raised = client.execute(RAISE, &[&format]).await;
    raised.map(|_| ()).map_err(|error| beside_others(&error))
}

/// The version of the tables that are there.
async fn version(client: &Object) -> Result<Option<u64>, Fault> {
    let row = match client.query_opt(VERSION, &[]).await {
        Ok(row) => row,
        Err(error) if code(&error) == "42P01" => None, // There is no such table.
        Err(error) => return Err(told(&error)),
    };
    let Some(row) = row else { return Ok(None) };
    let version: i64 = row.try_get(0).map_err(|error| told(&error))?;
    u64::try_from(version)
        .map(Some)
        .map_err(|error| Fault::Defect(error.to_string()))
}

async fn make(client: &Object, table: &str) -> Result<(), Fault> {
    let made = client.batch_execute(table).await;
    made.map_err(|error| beside_others(&error))
}

/// Where two nodes make the same table at once, one of them is told that it is there, in one of many ways.
fn beside_others(error: &Error) -> Fault {
    match (code(error), told(error)) {
        ("23505" | "42P07" | "42710" | "XX000", Fault::Defect(cause)) => Fault::Collided(cause),
        (_, fault) => fault,
    }
}

fn code(error: &Error) -> &str {
    error.code().map_or("", |code| code.code())
}
