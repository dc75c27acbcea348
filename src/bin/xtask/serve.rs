//! Serves the page on this machine while one works on it.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use crate::bundle::{self, Profile, bundler};
use crate::shell::{command, heading, run, target};
use crate::trouble::Trouble;

/// Builds and serves until it is interrupted.
pub(crate) fn serve(options: &[&str]) -> Result<(), Trouble> {
    let (port, profile) = parse(options)?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    if TcpListener::bind(address).is_err() {
        return Err(Trouble::PortTaken(port));
    }
    match profile {
        Profile::Release => host(address),
        Profile::Dev => rebuild(address),
    }
}

/// Builds what people will get and hosts it as any static host would.
fn host(address: SocketAddr) -> Result<(), Trouble> {
    bundle::make(Profile::Release)?;
    let mut node = command("node");
    node.arg("tests/e2e/host.mjs")
        .arg(Profile::Release.folder());
    node.arg(address.port().to_string());
    thread::spawn(move || announce(address));
    run(&mut node)
}

/// Serves the quick build and builds it anew at every change.
fn rebuild(address: SocketAddr) -> Result<(), Trouble> {
    let port = address.port();
    let mut trunk = bundler(Profile::Dev)?;
    // Apart from dist/, which always holds a finished release, and from another server's files.
    let folder = target().join(format!("serve-{port}"));
    fs::create_dir_all(&folder).map_err(Trouble::file(&folder))?;
    trunk.arg("serve").arg("--dist").arg(folder);
    trunk.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    heading(&format!(
        "Building the page; it will be at http://{address}/"
    ));
    thread::spawn(move || announce(address));
    run(&mut trunk)
}

/// Waits for the first build and says where the page is.
fn announce(address: SocketAddr) {
    while TcpStream::connect(address).is_err() {
        thread::sleep(Duration::from_millis(200));
    }
    heading(&format!(
        "The page is at http://{address}/ (Ctrl+C ends it)"
    ));
}

fn parse(options: &[&str]) -> Result<(u16, Profile), Trouble> {
    let mut port = 8080;
    let mut profile = Profile::Dev;
    let mut rest = options.iter();
    while let Some(option) = rest.next() {
        match *option {
            "--release" => profile = Profile::Release,
            "--port" => {
                let number = rest.next().and_then(|text| text.parse().ok());
                port = number
                    .filter(|port| *port > 0)
                    .ok_or_else(|| Trouble::usage(options))?;
            }
            _ => return Err(Trouble::usage(options)),
        }
    }
    Ok((port, profile))
}
