//! The object through which the libraries of the sandbox reach the program.

use std::rc::Rc;

use rquickjs::{Ctx, Exception, Function, Object};

use super::big_integers::big_integer_error;
use super::host::Host;
use super::usage::Usage;

/// Makes the object through which the libraries of the sandbox reach the program.
pub(super) fn host_object<'js>(
    ctx: &Ctx<'js>,
    host: Rc<dyn Host>,
    usage: &Rc<Usage>,
) -> rquickjs::Result<Object<'js>> {
    let object = Object::new(ctx.clone())?;
    let call = move |ctx: Ctx<'js>, name: String, arguments: String| {
        host.call(&name, &arguments).map_err(|message| Exception::throw_message(&ctx, &message))
    };
    object.set("call", Function::new(ctx.clone(), call)?)?;
    let usage = Rc::clone(usage);
    // The script may catch the exception, but each further charge throws again, and the next interrupt ends the script.
    let charge = move |ctx: Ctx<'js>, steps: f64| {
        usage.count_steps(steps as u64).map_err(|_| Exception::throw_internal(&ctx, "interrupted"))
    };
    object.set("charge", Function::new(ctx.clone(), charge)?)?;
    let check_source = |ctx: Ctx<'js>, source: String| match big_integer_error(&source) {
        Some(error) => Err(Exception::throw_syntax(&ctx, error.message.trim_start_matches("SyntaxError: "))),
        None => Ok(()),
    };
    object.set("checkSource", Function::new(ctx.clone(), check_source)?)?;
    Ok(object)
}

/// A function of one number.
type UnaryFunction = fn(f64) -> f64;

/// Replaces the functions of `Math` whose results differ between the C libraries of machines.
pub(super) fn replace_math<'js>(ctx: &Ctx<'js>) -> rquickjs::Result<()> {
    let unary: [(&str, UnaryFunction); 19] = [
        ("acos", libm::acos),
        ("acosh", libm::acosh),
        ("asin", libm::asin),
        ("asinh", libm::asinh),
        ("atan", libm::atan),
        ("atanh", libm::atanh),
        ("cbrt", libm::cbrt),
        ("cos", libm::cos),
        ("cosh", libm::cosh),
        ("exp", libm::exp),
        ("expm1", libm::expm1),
        ("log", libm::log),
        ("log10", libm::log10),
        ("log1p", libm::log1p),
        ("log2", libm::log2),
        ("sin", libm::sin),
        ("sinh", libm::sinh),
        ("tan", libm::tan),
        ("tanh", libm::tanh),
    ];
    let math: Object = ctx.globals().get("Math")?;
    for (name, function) in unary {
        math.set(name, Function::new(ctx.clone(), move |x: f64| function(x))?.with_name(name)?)?;
    }
    math.set("atan2", Function::new(ctx.clone(), libm::atan2)?.with_name("atan2")?)?;
    math.set("pow", Function::new(ctx.clone(), power)?.with_name("pow")?)?;
    Ok(())
}

/// JavaScript's power: unlike in C, a base of ±1 with an infinite exponent, or with NaN, gives NaN.
fn power(base: f64, exponent: f64) -> f64 {
    if exponent.is_nan() || base.abs() == 1.0 && exponent.is_infinite() {
        return f64::NAN;
    }
    libm::pow(base, exponent)
}
