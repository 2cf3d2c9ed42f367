//! Every route there is: the pages' from the source, the API's from its own document, each with the methods it takes.

use crate::{pages, server::Server, source};

/// What stands in neither: the document itself and what reads it, the embedded files, and the sign of life.
const OTHERS: [&str; 5] = [
    "/api/v1",
    "/api/v1/",
    "/api/v1/openapi.json",
    "/assets/{version}/{*path}",
    "/healthz",
];

/// A method that a path takes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    /// The path, with names in braces for its parts.
    pub path: String,
    /// The method.
    pub method: String,
}

impl Route {
    /// Whether it is of the JSON API.
    pub fn is_api(&self) -> bool {
        self.path.starts_with("/api/")
    }

    /// Whether it only looks.
    pub fn looks(&self) -> bool {
        self.method == "GET"
    }
}

/// Every route, sorted. HEAD goes with GET.
pub fn all(server: &Server) -> Vec<Route> {
    let nobody = server.anonymous();
    let document = nobody.get("/api/v1/openapi.json").json();
    let api = document["paths"].as_object().unwrap().keys().cloned();
    let paths = pages::paths_of_pages().into_iter().chain(api);
    let mut routes = Vec::new();
    for path in paths.chain(OTHERS.map(str::to_owned)) {
        let address = path
            .replace("{id}", "01935f5a-7c3e-7b1a-9c55-2f6f5d3c8e21")
            .replace("{*path}", "a")
            .replace(['{', '}'], "");
        // No route takes it, so the answer tells those that the route does.
        let refused = nobody.send("OPTIONS", &address, &[], Vec::new());
        assert_eq!(refused.status, 405, "{path} takes everything: {refused}");
        let methods = refused.header("allow").split(',');
        for method in methods.filter(|method| *method != "HEAD") {
            routes.push(Route {
                path: path.clone(),
                method: method.to_owned(),
            });
        }
    }
    routes.sort();
    routes
}

/// Those that only look.
pub fn looking(server: &Server) -> Vec<Route> {
    all(server).into_iter().filter(Route::looks).collect()
}

#[test]
fn no_route_stands_where_nobody_looks_for_it() {
    let files = source::files("src", ".rs").into_iter();
    let found: Vec<_> = files
        // The registry is another server, with doors of its own: tests/registry.
        .filter(|file| !file.path.starts_with("src/registry/"))
        .filter(|file| !file.path.starts_with("src/web/") && !file.path.ends_with("/tests.rs"))
        .map(|file| (file.text.matches(".route(").count(), file.path))
        .filter(|(routes, _)| *routes > 0)
        .collect();
    let told = [
        (3, "src/api/reading.rs".to_owned()),
        (2, "src/http/server.rs".to_owned()),
    ];
    assert_eq!(found, told, "tell it in `OTHERS`");
}
