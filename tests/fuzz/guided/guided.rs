// The body of every coverage-guided target: the one that bears the binary's name.

#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let name = env!("CARGO_BIN_NAME");
    let target = targets::TARGETS.iter().find(|target| target.name == name);
    (target.expect("a target of that name").run)(data);
});
