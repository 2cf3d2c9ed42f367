//! Cookies: whose session it is, and where it goes.

use crate::server::{self, Server, client::SignedIn};

#[test]
fn the_session_cookie_is_for_the_server_alone() {
    let server = Server::start(&[]);
    let owner = server.claim();
    let reply = server.anonymous().post(
        "/sign-in",
        &[("name", server::OWNER.0), ("password", server::OWNER.1)],
    );
    let cookie = reply.header("set-cookie");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"),
        "{cookie}"
    );
    assert!(
        !cookie.contains("Max-Age"),
        "not a private device: {cookie}"
    );
    assert_eq!(owner.post("/sign-out", &[]).status, 303);
    assert_eq!(owner.get("/").header("location"), "/sign-in?next=%2F");
    server.stop();
}

#[test]
fn over_tls_the_session_cookie_goes_no_other_way() {
    let (server, _) = Server::claimed();
    let stranger = server.anonymous();
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("name", server::OWNER.0)
        .append_pair("password", server::OWNER.1)
        .finish();
    let host = server.address();
    let origin = format!("https://{host}");
    let kind = ("content-type", "application/x-www-form-urlencoded");
    for said in [("origin", origin.as_str()), ("x-forwarded-proto", "https")] {
        let reply = stranger.send("POST", "/sign-in", &[kind, said], form.clone().into_bytes());
        assert_eq!(reply.status, 303, "{reply}");
        let cookie = reply.header("set-cookie");
        assert!(cookie.contains("; Secure"), "{said:?}: {cookie}");
    }
    let plain = stranger.send("POST", "/sign-in", &[kind], form.into_bytes());
    assert!(!plain.header("set-cookie").contains("Secure"), "{plain}");
    server.stop();
}

#[test]
fn a_session_is_never_one_that_somebody_else_has_chosen() {
    let (server, _) = Server::claimed();
    let sign_in = |cookie: &str| {
        let body = form_urlencoded::Serializer::new(String::new())
            .append_pair("name", server::OWNER.0)
            .append_pair("password", server::OWNER.1)
            .finish();
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("cookie", cookie),
        ];
        let reply = server
            .anonymous()
            .send("POST", "/sign-in", &headers, body.into_bytes());
        assert_eq!(reply.status, 303, "{reply}");
        let cookie = reply.header("set-cookie").split(';').next().unwrap();
        cookie.to_owned()
    };
    let opens = |cookie: &str| {
        let headers = [("cookie", cookie)];
        let page = server.anonymous().send("GET", "/", &headers, Vec::new());
        page.status == 200
    };
    let own = sign_in("");
    let (name, _) = own.split_once('=').unwrap();
    let planted = format!("{name}={}", "a".repeat(64));
    let given = sign_in(&planted);
    assert_ne!(given, planted);
    assert!(opens(&given) && !opens(&planted));
    let again = sign_in(&own);
    assert_ne!(again, own, "each sign-in is a session of its own");
    server.stop();
}

#[test]
fn signing_out_everywhere_leaves_no_session_but_the_one_that_asks() {
    let (server, owner) = Server::claimed();
    let fields = [("name", server::OWNER.0), ("password", server::OWNER.1)];
    let elsewhere = || SignedIn::by(&server.anonymous(), "/sign-in", &fields);
    let opens = |who: &SignedIn| who.get("/items").status == 200;

    let (phone, tablet) = (elsewhere(), elsewhere());
    assert!(opens(&phone) && opens(&tablet));
    assert_eq!(owner.post("/settings/devices/end", &[]).status, 303);
    assert!(opens(&owner) && !opens(&phone) && !opens(&tablet));

    let phone = elsewhere();
    let program = server.program(server::OWNER.0);
    let all = program.send("DELETE", "/api/v1/me/sessions", &[], Vec::new());
    assert_eq!(all.status, 204, "{all}");
    assert!(!opens(&owner) && !opens(&phone));

    let (here, phone) = (elsewhere(), elsewhere());
    let passwords = [("old", server::OWNER.1), ("password", "ett nytt lösenord")];
    assert_eq!(here.post("/settings/password", &passwords).status, 303);
    assert!(
        opens(&here) && !opens(&phone),
        "whoever knew the old one is out"
    );
    server.stop();
}
