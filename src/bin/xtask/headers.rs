//! What a host should say of every file, ready made for the hosts that read such files.

use std::fs;
use std::path::Path;

use crate::trouble::Trouble;

/// What a page may load and run: its own files alone, and WebAssembly.
///
/// `frame-ancestors` is missing because browsers ignore it in a page: a host says it, see [`framed`].
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                                 img-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
                                 base-uri 'none'; form-action 'none'";

/// The files written here, each read by some hosts and served by none.
pub(crate) const FILES: [&str; 3] = ["_headers", ".htaccess", "web.config"];

/// The policy as a header, which can forbid that other sites show the page in a frame.
fn framed() -> String {
    format!("{POLICY}; frame-ancestors 'none'")
}

/// Names and values of the headers.
fn headers() -> [(&'static str, String); 4] {
    [
        ("Content-Security-Policy", framed()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        // What has no hash in its name is asked for anew; so is the rest, which costs an answer of a few bytes.
        ("Cache-Control", "no-cache".to_owned()),
    ]
}

/// Writes the files of headers into a built page.
pub(crate) fn write(folder: &Path) -> Result<(), Trouble> {
    let [netlify, apache, iis] = FILES;
    for (name, text) in [
        (netlify, for_netlify()),
        (apache, for_apache()),
        (iis, for_iis()),
    ] {
        let path = folder.join(name);
        fs::write(&path, text).map_err(Trouble::file(&path))?;
    }
    Ok(())
}

/// Netlify and Cloudflare Pages.
fn for_netlify() -> String {
    let lines = headers().map(|(name, value)| format!("  {name}: {value}\n"));
    format!("/*\n{}", lines.concat())
}

/// Apache, where a folder may bring its own settings.
fn for_apache() -> String {
    let lines = headers().map(|(name, value)| format!("  Header always set {name} \"{value}\"\n"));
    format!(
        "AddType application/wasm .wasm\nAddType application/manifest+json .webmanifest\n\
         <IfModule mod_headers.c>\n{}</IfModule>\n",
        lines.concat()
    )
}

/// Internet Information Services, and Azure's web apps.
fn for_iis() -> String {
    let lines = headers()
        .map(|(name, value)| format!("        <add name=\"{name}\" value=\"{value}\" />\n"));
    let types = [
        (".wasm", "application/wasm"),
        (".webmanifest", "application/manifest+json"),
    ];
    let types = types.map(|(ending, kind)| {
        format!(
            "      <remove fileExtension=\"{ending}\" />\n      \
             <mimeMap fileExtension=\"{ending}\" mimeType=\"{kind}\" />\n"
        )
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n  <system.webServer>\n    <httpProtocol>\n      \
         <customHeaders>\n{}      </customHeaders>\n    </httpProtocol>\n    <staticContent>\n{}    </staticContent>\n    \
         <httpErrors errorMode=\"Custom\">\n      <remove statusCode=\"404\" />\n      \
         <error statusCode=\"404\" path=\"404.html\" responseMode=\"File\" />\n    </httpErrors>\n  \
         </system.webServer>\n</configuration>\n",
        lines.concat(),
        types.concat()
    )
}
