//! Values of the attribute `transform`.

use crate::geometry::Matrix;
use crate::scene::Transform;

use super::number::{push_number, push_numbers, push_precise_number};

/// Appends one function of a `transform` attribute, such as `translate(1 2)`.
pub(super) fn push_transform_function(text: &mut String, function: &str, arguments: &[f64]) {
    text.push_str(function);
    text.push('(');
    push_numbers(text, arguments);
    text.push(')');
}

pub(super) fn push_transform(text: &mut String, transform: Transform) {
    push_transform_function(text, "translate", &[transform.origin.x, transform.origin.y]);
    if transform.rotation != 0.0 {
        push_transform_function(text, " rotate", &[transform.rotation.to_degrees()]);
    }
    if transform.x_scale != 1.0 {
        push_transform_function(text, " scale", &[transform.x_scale, 1.0]);
    }
}

pub(super) fn push_matrix(text: &mut String, matrix: Matrix) {
    let Matrix { a, b, c, d, e, f } = matrix;
    if [a, b, c, d] == [1.0, 0.0, 0.0, 1.0] {
        return push_transform_function(text, "translate", &[e, f]);
    }
    text.push_str("matrix(");
    for factor in [a, b, c, d] {
        push_precise_number(text, factor);
        text.push(' ');
    }
    push_number(text, e);
    text.push(' ');
    push_number(text, f);
    text.push(')');
}
