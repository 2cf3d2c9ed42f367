//! Labels with what holds for them, and amounts under each other.

use super::{
    composer::{Composer, Spot, rule, voiced},
    document::{Sum, Text},
    flow::Slab,
    look::{BODY, FIRM, HAIR, LABEL, LINE, MM, PINE, SIDE},
    setting::{Line, lines},
    structure::{Part, Role},
};
use crate::error::Result;

impl Composer<'_, '_> {
    pub(super) fn facts(&mut self, facts: &[(String, Text)]) -> Result<()> {
        let (whole, between) = (self.flow.width(), 24.0);
        let half = (whole - between) / 2.0;
        let mut widest = 0.0_f32;
        let mut fits = facts.len() > 3;
        for (label, value) in facts {
            let label = lines(self.fonts, &[(label, LABEL)], f32::INFINITY)?;
            let value = lines(self.fonts, &voiced(value, BODY), f32::INFINITY)?;
            fits &= label.len() <= 1 && value.len() <= 1;
            let width = |lines: &[Line]| lines.first().map_or(0.0, |line| line.width);
            widest = widest.max(width(&label));
            fits &= width(&label) < half * 0.5 && width(&value) < half * 0.5;
        }
        let columns = if fits { 2 } else { 1 };
        let label = (widest + 16.0).min(whole * 0.35);
        let list = self.structure.add(None, Role::List);
        let items: Vec<(Part, Part)> = facts.iter().map(|_| self.item(list)).collect();
        let rows = facts.len().div_ceil(columns);
        for row in 0..rows {
            let (mut marks, mut height) = (Vec::new(), LABEL.leading);
            let mut left = SIDE;
            // Down the first column, then down the second.
            for at in (row..facts.len()).step_by(rows) {
                let ((name, value), (term, body)) = (&facts[at], items[at]);
                let wide = if columns == 2 { half } else { whole };
                let spot = Spot::new(term, label - 8.0).at(left, 3.0);
                height = height.max(self.set(&[(name, LABEL)], spot, &mut marks)?);
                let spot = Spot::new(body, wide - label).at(left + label, 3.0);
                height = height.max(self.set(&voiced(value, BODY), spot, &mut marks)?);
                marks.push(rule(left, height + 6.0 - HAIR, wide, HAIR, LINE));
                left += half + between;
            }
            self.flow.put(Slab {
                height: height + 6.0,
                gap: if row == 0 { 8.0 } else { 0.0 },
                keeps: row == 0 && rows > 1,
                marks,
                ..Slab::default()
            });
        }
        Ok(())
    }

    fn item(&mut self, list: Part) -> (Part, Part) {
        let item = self.structure.add(Some(list), Role::Item);
        let label = self.structure.add(Some(item), Role::Label);
        (label, self.structure.add(Some(item), Role::Body))
    }

    pub(super) fn sums(&mut self, sums: &[Sum]) -> Result<()> {
        let table = self.structure.add(None, Role::Table);
        let wide = self.flow.width().min(92.0 * MM);
        let left = SIDE + self.flow.width() - wide;
        for (at, sum) in sums.iter().enumerate() {
            let row = self.structure.add(Some(table), Role::Row);
            let name = self.structure.add(Some(row), Role::RowHead(1));
            let amount = self.structure.add(Some(row), Role::Cell);
            let style = if sum.strong { BODY.strong() } else { BODY };
            let above = if sum.strong { 6.0 } else { 3.0 };
            let mut marks = Vec::new();
            let spot = Spot::new(name, wide * 0.58).at(left, above);
            let height = self.set(&[(&sum.label, style)], spot, &mut marks)?;
            let spot = Spot::new(amount, wide * 0.4)
                .at(left + wide * 0.6, above)
                .right();
            let height =
                height.max(self.set(&[(&sum.amount, style.tabular())], spot, &mut marks)?);
            if sum.strong {
                marks.push(rule(left, 0.0, wide, FIRM, PINE));
            }
            self.flow.put(Slab {
                height: above + height + 3.0,
                gap: if at == 0 { 10.0 } else { 0.0 },
                keeps: at + 1 < sums.len(),
                marks,
                ..Slab::default()
            });
        }
        Ok(())
    }
}
