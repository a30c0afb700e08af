//! The text of a file with its mutants in it, each asleep until its number is asked for.
//!
//! Nothing moves to another line, so that what the compiler says of a line is of the mutants on it.

use std::collections::{HashMap, HashSet};

use proc_macro2::LineColumn;
use syn::{
    Arm, BinOp, Block, Expr, ExprBinary, ExprUnary, ReturnType, Type, UnOp,
    spanned::Spanned,
    visit::{self, Visit},
};

use crate::mutant::{Genre, Mutant, Place};

/// A file with mutants in it, and the numbers of those.
pub(crate) struct Planted {
    pub(crate) text: String,
    pub(crate) numbers: HashSet<usize>,
}

/// Puts mutants of a file into its text; those for whose kind there is no way are left out.
pub(crate) fn planted(text: &str, mutants: &[(usize, &Mutant)]) -> Planted {
    let file = syn::parse_file(text).expect("the program is read by its compiler");
    let mut planter = Planter {
        mutants: HashMap::new(),
        edits: Vec::new(),
        numbers: HashSet::new(),
    };
    for &(number, mutant) in mutants {
        planter
            .mutants
            .entry(mutant.span.start)
            .or_default()
            .push((number, mutant.clone()));
    }
    planter.visit_file(&file);
    planter.edits.sort_by_key(|edit| (edit.at, edit.opens));
    let mut planted = String::with_capacity(text.len() * 2);
    let mut done = 0;
    for edit in &planter.edits {
        planted.push_str(&text[done..edit.at]);
        planted.push_str(&edit.text);
        done = edit.at + edit.instead_of;
    }
    planted.push_str(&text[done..]);
    Planted {
        text: planted,
        numbers: planter.numbers,
    }
}

struct Edit {
    at: usize,
    /// What begins at a place comes after what ends there.
    opens: bool,
    instead_of: usize,
    text: String,
}

struct Planter {
    mutants: HashMap<Place, Vec<(usize, Mutant)>>,
    edits: Vec<Edit>,
    numbers: HashSet<usize>,
}

impl Planter {
    fn of(&self, at: LineColumn, genre: Genre) -> Vec<(usize, String)> {
        let place = Place {
            line: at.line,
            column: at.column + 1,
        };
        let found = self.mutants.get(&place).into_iter().flatten();
        found
            .filter(|(_, mutant)| mutant.genre == genre)
            .map(|(number, mutant)| (*number, mutant.replacement.clone()))
            .collect()
    }

    fn edit(&mut self, at: usize, opens: bool, instead_of: usize, text: String) {
        self.edits.push(Edit {
            at,
            opens,
            instead_of,
            text,
        });
    }

    fn body(&mut self, block: &Block, output: &ReturnType) {
        let Some(first) = block.stmts.first() else { return };
        let mut values = self.of(block.span().start(), Genre::FnValue);
        values.extend(self.of(first.span().start(), Genre::FnValue));
        self.numbers.extend(values.iter().map(|(number, _)| number));
        let braces = &block.brace_token.span;
        let (begin, end) = (braces.open().byte_range().end, braces.close().byte_range().start);
        // What is of some type that only the body knows becomes one of two.
        let is_of_the_body = matches!(output, ReturnType::Type(_, of) if matches!(**of, Type::ImplTrait(_)));
        if is_of_the_body && !values.is_empty() {
            let either = |(number, value): &(usize, String)| {
                format!(" if {} {{ {ONE}({value}) }} else {{ {OTHER}(", on(*number))
            };
            let opens: Vec<String> = values.iter().map(either).collect();
            self.edit(begin, true, 0, opens.concat() + "{");
            self.edit(end, false, 0, "}".to_owned() + &") }".repeat(values.len()));
        } else {
            let first = |(number, value): &(usize, String)| format!(" if {} {{ return {value}; }} ", on(*number));
            let firsts: Vec<String> = values.iter().map(first).collect();
            self.edit(begin, true, 0, firsts.concat());
        }
    }
}

const ONE: &str = "crate::mutant::Either::One";
const OTHER: &str = "crate::mutant::Either::Other";

fn on(number: usize) -> String {
    format!("crate::mutant::on({number})")
}

fn is_let(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(binary) => is_let(&binary.left) || is_let(&binary.right),
        _ => false,
    }
}

impl<'ast> Visit<'ast> for Planter {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if item.sig.constness.is_none() {
            self.body(&item.block, &item.sig.output);
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if item.sig.constness.is_none() {
            self.body(&item.block, &item.sig.output);
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.body(block, &item.sig.output);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_expr_binary(&mut self, expr: &'ast ExprBinary) {
        let ways = self.of(expr.op.span().start(), Genre::BinaryOperator);
        if ways.is_empty() || is_let(&expr.left) || is_let(&expr.right) {
            visit::visit_expr_binary(self, expr);
            return;
        }
        let whole = expr.span().byte_range();
        let op = expr.op.span().byte_range();
        let op_text = op_text(&expr.op);
        let choose = |left: &str, right: &str| {
            let each: String = ways
                .iter()
                .map(|(number, other)| format!("if {} {{ {left} {other} {right} }} else ", on(*number)))
                .collect();
            format!("{each}{{ {left} {op_text} {right} }}")
        };
        match expr.op {
            BinOp::And(_) | BinOp::Or(_) => {
                let [(number, _)] = ways.as_slice() else {
                    visit::visit_expr_binary(self, expr);
                    return;
                };
                let sign = if matches!(expr.op, BinOp::And(_)) { "==" } else { "!=" };
                self.edit(whole.start, true, 0, "({ let __l: bool = ".to_owned());
                self.visit_expr(&expr.left);
                self.edit(
                    op.start,
                    true,
                    op.len(),
                    format!("; if __l {sign} {} {{ __l }} else {{ ", on(*number)),
                );
                self.visit_expr(&expr.right);
                self.edit(whole.end, false, 0, " } })".to_owned());
            }
            BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) => {
                self.edit(whole.start, true, 0, "(match (&(".to_owned());
                self.visit_expr(&expr.left);
                self.edit(op.start, true, op.len(), "), &(".to_owned());
                self.visit_expr(&expr.right);
                self.edit(
                    whole.end,
                    false,
                    0,
                    format!(")) {{ (__l, __r) => {} }})", choose("*__l", "*__r")),
                );
            }
            BinOp::AddAssign(_)
            | BinOp::SubAssign(_)
            | BinOp::MulAssign(_)
            | BinOp::DivAssign(_)
            | BinOp::RemAssign(_)
            | BinOp::BitXorAssign(_)
            | BinOp::BitAndAssign(_)
            | BinOp::BitOrAssign(_)
            | BinOp::ShlAssign(_)
            | BinOp::ShrAssign(_) => {
                self.edit(whole.start, true, 0, "{ let __l = &mut (".to_owned());
                self.visit_expr(&expr.left);
                self.edit(op.start, true, op.len(), "); let __r = ".to_owned());
                self.visit_expr(&expr.right);
                self.edit(whole.end, false, 0, format!("; {} }}", choose("*__l", "__r")));
            }
            _ => {
                self.edit(whole.start, true, 0, "(match (".to_owned());
                self.visit_expr(&expr.left);
                self.edit(op.start, true, op.len(), ", ".to_owned());
                self.visit_expr(&expr.right);
                self.edit(
                    whole.end,
                    false,
                    0,
                    format!(") {{ (__l, __r) => {} }})", choose("__l", "__r")),
                );
            }
        }
        self.numbers.extend(ways.iter().map(|(number, _)| number));
    }

    fn visit_expr_unary(&mut self, expr: &'ast ExprUnary) {
        let mutants = self.of(expr.op.span().start(), Genre::UnaryOperator);
        let (Some((number, _)), UnOp::Neg(_) | UnOp::Not(_)) = (mutants.first(), &expr.op) else {
            visit::visit_expr_unary(self, expr);
            return;
        };
        let whole = expr.span().byte_range();
        let op = if matches!(expr.op, UnOp::Neg(_)) { "-" } else { "!" };
        self.edit(
            whole.start,
            true,
            expr.op.span().byte_range().len(),
            "(match ".to_owned(),
        );
        self.visit_expr(&expr.expr);
        self.edit(
            whole.end,
            false,
            0,
            format!(" {{ __v => if {} {{ __v }} else {{ {op}__v }} }})", on(*number)),
        );
        self.numbers.insert(*number);
    }

    fn visit_arm(&mut self, arm: &'ast Arm) {
        let deleted = self.of(arm.span().start(), Genre::MatchArm);
        let guarded = arm
            .guard
            .as_ref()
            .map(|(_, guard)| self.of(guard.span().start(), Genre::MatchArmGuard))
            .unwrap_or_default();
        let awake: String = deleted.iter().map(|(number, _)| format!("!{}", on(*number))).collect();
        self.visit_pat(&arm.pat);
        match &arm.guard {
            Some((_, guard)) if is_let(guard) => self.visit_expr(guard),
            Some((_, guard)) => {
                let told = |wanted: &str, write: &dyn Fn(String) -> String| -> String {
                    guarded
                        .iter()
                        .filter(|(_, value)| value == wanted)
                        .map(|(number, _)| write(on(*number)))
                        .collect()
                };
                let always = told("true", &|on| format!("{on} || ")) + &told("false", &|on| format!("!{on} && "));
                let range = guard.span().byte_range();
                let awake = if awake.is_empty() {
                    String::new()
                } else {
                    format!("{awake} && ")
                };
                self.edit(range.start, true, 0, format!("{awake}({always}("));
                self.visit_expr(guard);
                self.edit(range.end, false, 0, "))".to_owned());
                self.numbers
                    .extend(deleted.iter().chain(&guarded).map(|(number, _)| number));
            }
            None if !awake.is_empty() => {
                self.edit(arm.pat.span().byte_range().end, false, 0, format!(" if {awake}"));
                self.numbers.extend(deleted.iter().map(|(number, _)| number));
            }
            None => {}
        }
        self.visit_expr(&arm.body);
    }
}

fn op_text(op: &BinOp) -> String {
    op.span().source_text().expect("it was read from a text")
}
