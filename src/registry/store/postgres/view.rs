//! The statements: one for whatever is asked of a table at once, and one for all that is written to it.

use deadpool_postgres::Transaction;
use futures_util::future::try_join_all;
use tokio_postgres::types::ToSql;

use super::{
    super::{Direction, Row, Span, Table, fault::Fault, overlay::Overlay},
    fault::told,
};

/// The tables as one transaction sees them.
#[derive(Clone, Copy)]
pub(in super::super) struct View<'a>(pub(super) &'a Transaction<'a>);

type Parameters<'a> = &'a [&'a (dyn ToSql + Sync)];

impl View<'_> {
    /// Those of the keys that there are.
    pub(in super::super) async fn get(
        &self,
        table: Table,
        keys: &[&[u8]],
    ) -> Result<Vec<Row>, Fault> {
        let table = table.name();
        let found = if let [key] = keys {
            let one = format!("select key, value from registry_{table} where key = $1");
            self.query(&one, &[key]).await?
        } else {
            let many =
                format!("select key, value from registry_{table} where key = any($1::bytea[])");
            self.query(&many, &[&keys]).await?
        };
        found.iter().map(|found| row(found, 0)).collect()
    }

    /// The first rows of each span.
    pub(in super::super) async fn spans(
        &self,
        table: Table,
        spans: &[&Span],
        limit: usize,
        direction: Direction,
    ) -> Result<Vec<Vec<Row>>, Fault> {
        let table = table.name();
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let order = match direction {
            Direction::Forwards => "asc",
            Direction::Backwards => "desc",
        };
        if let [span] = spans {
            let one = format!(
                "select key, value from registry_{table} where key >= $1 and key < $2 \
                 order by key {order} limit $3"
            );
            let found = self
                .query(&one, &[&span.from(), &span.to(), &limit])
                .await?;
            return Ok(vec![
                found
                    .iter()
                    .map(|found| row(found, 0))
                    .collect::<Result<_, _>>()?,
            ]);
        }
        let each = format!(
            "select asked.place, found.key, found.value \
             from unnest($1::bytea[], $2::bytea[]) with ordinality as asked(first, behind, place) \
             cross join lateral (select key, value from registry_{table} \
             where key >= asked.first and key < asked.behind order by key {order} limit $3) as found \
             order by asked.place, found.key {order}"
        );
        let firsts: Vec<&[u8]> = spans.iter().map(|span| span.from()).collect();
        let behind: Vec<&[u8]> = spans.iter().map(|span| span.to()).collect();
        let mut all = vec![Vec::new(); spans.len()];
        for found in &self.query(&each, &[&firsts, &behind, &limit]).await? {
            let place: i64 = found.try_get(0).map_err(|error| told(&error))?;
            let rows = usize::try_from(place - 1)
                .ok()
                .and_then(|place| all.get_mut(place))
                .ok_or_else(|| Fault::Defect(format!("no span {place} was asked for")))?;
            rows.push(row(found, 1)?);
        }
        Ok(all)
    }

    async fn query(
        &self,
        statement: &str,
        parameters: Parameters<'_>,
    ) -> Result<Vec<tokio_postgres::Row>, Fault> {
        let found = async {
            let statement = self.0.prepare_cached(statement).await?;
            self.0.query(&statement, parameters).await
        };
        found.await.map_err(|error| told(&error))
    }
}

fn row(found: &tokio_postgres::Row, first: usize) -> Result<Row, Fault> {
    let column = |column| found.try_get(column).map_err(|error| told(&error));
    Ok((column(first)?, column(first + 1)?))
}

/// Writes everything that a transaction has put and removed.
pub(super) async fn flush(transaction: &Transaction<'_>, overlay: Overlay) -> Result<(), Fault> {
    let mut writes = Vec::new();
    for (table, written) in overlay {
        let table = table.name();
        let (mut keys, mut values, mut removed) = (Vec::new(), Vec::new(), Vec::new());
        for (key, value) in written {
            if let Some(value) = value {
                keys.push(key);
                values.push(value);
            } else {
                removed.push(key);
            }
        }
        if !keys.is_empty() {
            let put = format!(
                "insert into registry_{table} (key, value) \
                 select key, value from unnest($1::bytea[], $2::bytea[]) as put(key, value) \
                 on conflict (key) do update set value = excluded.value"
            );
            writes.push((put, vec![keys, values]));
        }
        if !removed.is_empty() {
            let remove = format!("delete from registry_{table} where key = any($1::bytea[])");
            writes.push((remove, vec![removed]));
        }
    }
    let all = async {
        let mut prepared = Vec::new();
        for (statement, columns) in &writes {
            prepared.push((transaction.prepare_cached(statement).await?, columns));
        }
        // All of them on their way before the first is answered.
        try_join_all(prepared.iter().map(async |(statement, columns)| {
            let columns: Vec<&(dyn ToSql + Sync)> =
                columns.iter().map(|column| column as _).collect();
            transaction.execute(statement, &columns).await
        }))
        .await
    };
    all.await.map(|_| ()).map_err(|error| told(&error))
}
