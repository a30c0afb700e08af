//! Markup as a Leptos view: what the page is rendered from, hydrated and mounted as.

use leptos::{
    attr::{Attribute, any_attribute::AnyAttribute},
    tachys::{
        hydration::Cursor,
        renderer::types,
        view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
    },
};

use super::Markup;

/// Markup on the page. On the host there is none.
pub struct MarkupState {
    #[cfg(target_arch = "wasm32")]
    live: super::live::Live,
}

#[cfg(target_arch = "wasm32")]
impl Render for Markup {
    type State = MarkupState;

    fn build(self) -> Self::State {
        MarkupState {
            live: self.create(None),
        }
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut next = self.build();
        leptos::tachys::renderer::Rndr::mount_before(&mut next, state.live.element.as_ref());
        state.unmount();
        *state = next;
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Render for Markup {
    type State = MarkupState;

    fn build(self) -> Self::State {
        MarkupState {}
    }

    fn rebuild(self, _state: &mut Self::State) {}
}

impl Mountable for MarkupState {
    #[cfg(target_arch = "wasm32")]
    fn unmount(&mut self) {
        leptos::tachys::renderer::Rndr::remove(self.live.element.as_ref());
    }

    #[cfg(target_arch = "wasm32")]
    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        leptos::tachys::renderer::Rndr::insert_node(parent, self.live.element.as_ref(), marker);
    }

    #[cfg(target_arch = "wasm32")]
    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.live.element.insert_before_this(child)
    }

    #[cfg(target_arch = "wasm32")]
    fn elements(&self) -> Vec<types::Element> {
        vec![self.live.element.clone()]
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn unmount(&mut self) {}

    #[cfg(not(target_arch = "wasm32"))]
    fn mount(&mut self, _parent: &types::Element, _marker: Option<&types::Node>) {}

    #[cfg(not(target_arch = "wasm32"))]
    fn insert_before_this(&self, _child: &mut dyn Mountable) -> bool {
        false
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}

impl AddAnyAttr for Markup {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attribute: NewAttr) -> Self::Output<NewAttr>
    where
        Self::Output<NewAttr>: RenderHtml,
    {
        self
    }
}

impl RenderHtml for Markup {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        self.write(buf);
        *position = Position::NextChild;
    }

    #[cfg(target_arch = "wasm32")]
    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Self::State {
        use leptos::tachys::renderer::CastFrom;

        match position.get() {
            Position::FirstChild => {
                cursor.child();
            }
            Position::Current => {}
            Position::NextChild | Position::NextChildAfterText | Position::OnlyChild | Position::LastChild => {
                cursor.sibling();
            }
        }
        position.set(Position::NextChild);
        let live = match types::Element::cast_from(cursor.current()) {
            Some(element) => self.take_over(element),
            None => self.create(None),
        };
        MarkupState { live }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Self::State {
        MarkupState {}
    }

    fn into_owned(self) -> Self {
        self
    }
}
