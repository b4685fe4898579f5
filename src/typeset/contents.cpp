#include "typeset/contents.hpp"

#include <algorithm>

#include <string>

namespace typeset {
namespace {

constexpr Length number_column = points(30);
constexpr Length leader_step = points(5);  // dots stand on a grid, one under another
constexpr Length level_indent = points(16);
constexpr int attempts = 5;

struct Entry {
  Anchor anchor;
  std::size_t page = 0;  // of the body, from 0
};

std::vector<Entry> entries(const std::vector<Atom>& body, const std::vector<PagePlan>& plans,
                           int levels) {
  std::vector<Entry> result;
  for (std::size_t page = 0; page < plans.size(); ++page) {
    for (std::size_t i = plans[page].begin; i < plans[page].end; ++i) {
      for (const Anchor& anchor : body[i].anchors) {
        if (anchor.level >= 1 && anchor.level <= levels) result.push_back({anchor, page});
      }
    }
  }
  return result;
}

Length right_edge(const Atom& atom) {
  Length edge = 0;
  for (const Mark& mark : atom.marks) {
    for (const GlyphRun& run : mark.glyphs) {
      Length x = run.x;
      for (const Glyph& glyph : run.glyphs) x += glyph.advance;
      edge = std::max(edge, x);
    }
  }
  return edge;
}

class ContentsPage {
 public:
  ContentsPage(Composer& composer, std::size_t front_pages)
      : composer_(composer), front_pages_(front_pages) {
    const Style& style = composer.style;
    column_.x = style.left;
    column_.width = style.text_width();
    column_.text = apply(style, style.text, style.contents_text);
    column_.text.align = Align::start;
    column_.text.hyphenate = false;
    column_.text.tabular = true;
  }

  Flow compose(const std::vector<Entry>& list) {
    Flow flow;
    Column title = column_;
    title.text = apply(composer_.style, composer_.style.text, composer_.style.headings[0]);
    (void)composer_.plain(composer_.style.contents_title, Role::heading1, title, flow);
    flow.tie_last(Tie::next);
    flow.space(composer_.style.headings[0].after);
    column_.element = composer_.structure.add(Role::contents, 0);
    for (const Entry& entry : list) add(entry, flow);
    return flow;
  }

 private:
  void add(const Entry& entry, Flow& flow) {
    const std::string number = std::to_string(entry.page + front_pages_ + 1);
    const std::size_t item = composer_.structure.add(Role::contents_item, column_.element);
    Link link;
    link.element = composer_.structure.add(Role::link, item);
    link.destination = entry.anchor.id;
    link.description = entry.anchor.title + ", page " + number;

    Column line = column_;
    const bool chapter = entry.anchor.level == 1;
    line.text.bold = chapter;
    line.x += level_indent * (entry.anchor.level - 1);
    line.width -= level_indent * (entry.anchor.level - 1) + number_column;
    InlineText text = composer_.plain_text(entry.anchor.title, line.text);
    for (Format& format : text.formats) {
      format.element = link.element;
      format.link = composer_.parts.links.size();
    }
    composer_.parts.links.push_back(link);
    flow.space(chapter ? line.text.leading / 2 : 0);
    const std::size_t first = flow.atoms.size();
    composer_.paragraph(text, line, item, flow);
    if (flow.atoms.size() == first) return;
    for (std::size_t i = first; i + 1 < flow.atoms.size(); ++i) flow.atoms[i].tie = Tie::lines;
    if (chapter) flow.tie_last(Tie::lines);
    add_number(number, line.text, link.element, flow.atoms.back());
  }

  void add_number(const std::string& number, const TextStyle& look, std::size_t link, Atom& atom) {
    Column whole = column_;
    whole.text = look;
    whole.text.align = Align::end;
    Flow set;
    composer_.paragraph(composer_.plain_text(number, whole.text), whole, link, set);
    const bool shown = !set.atoms.empty() && !set.atoms.front().marks.empty();
    if (!shown) return;  // its font is missing, which is reported
    Mark mark = std::move(set.atoms.front().marks.front());
    add_leader(mark.glyphs.front(), right_edge(atom), atom);
    atom.marks.push_back(std::move(mark));
  }

  void add_leader(const GlyphRun& number, Length from, Atom& atom) {
    const Shaper::Face face =
        composer_.shaper.face(column_.text.family, false, false, column_.text.tabular);
    const ShapedWord& dot = composer_.shaper.word(face, ".");
    if (dot.glyphs.empty()) return;
    GlyphRun run;
    run.font = dot.glyphs.front().font;
    run.size = number.size;
    run.y = number.y;
    run.colour = composer_.style.rules;
    run.x = (from / leader_step + 2) * leader_step;
    for (Length x = run.x; x + 2 * leader_step <= number.x; x += leader_step) {
      run.glyphs.edit().push_back({dot.glyphs.front().id, leader_step, 0, 0, "."});
    }
    if (run.glyphs.empty()) return;
    Mark mark;
    mark.glyphs.push_back(std::move(run));
    atom.marks.push_back(std::move(mark));
  }

  Composer& composer_;
  std::size_t front_pages_;
  Column column_;
};

// One page: a band of colour, the title, what the document is, who publishes it.
Flow cover_flow(Composer& composer, const document::Metadata& metadata) {
  const Style& style = composer.style;
  const Length band = style.page_height * 2 / 5;
  Flow flow;
  Column column;
  column.x = style.left;
  column.width = style.text_width();
  const auto add = [&](const std::string& text, const BlockStyle& look) {
    Flow part;
    if (text.empty()) return part;
    column.text = apply(style, style.text, look);
    (void)composer.plain(text, Role::paragraph, column, part);
    return part;
  };
  const auto place = [&](Flow part, Length y) {
    for (Atom& atom : part.atoms) {
      move_down(atom, y);
      y += atom.height;
      atom.fixed = true;
      flow.push(std::move(atom));
    }
  };
  if (style.cover_band) {
    Atom background;
    background.fixed = true;
    Mark mark;
    mark.artifact_kind = ArtifactKind::background;
    mark.paths.push_back(filled_rectangle({0, 0, style.page_width, band}, *style.cover_band));
    background.marks.push_back(std::move(mark));
    flow.push(std::move(background));
  }
  Flow title = add(metadata.title, style.cover_title);
  const Length title_height = height_of(title.atoms);
  place(std::move(title), band - title_height - style.cover_title.after);
  place(add(metadata.subject, style.cover_subtitle), band + style.cover_subtitle.before);
  Flow author = add(metadata.author, style.cover_note);
  const Length author_height = height_of(author.atoms);
  place(std::move(author), style.page_height - style.bottom - author_height);
  return flow;
}

}  // namespace

FrontMatter front_matter(Composer& composer, const document::Metadata& metadata,
                         const std::vector<Atom>& body, const std::vector<PagePlan>& plans) {
  const Style& style = composer.style;
  FrontMatter front;
  PageRoom& room = front.room;
  room.first_top = style.top;
  room.next_top = style.next_top.value_or(style.top);
  room.bottom = style.page_height - style.bottom;
  const std::size_t front_pages = style.cover ? 1 : 0;
  if (style.cover) {
    front.cover = cover_flow(composer, metadata);
    front.cover_plans.push_back({0, front.cover.atoms.size(), {}});
  }
  if (style.contents_levels == 0) return front;
  const std::vector<Entry> list = entries(body, plans, style.contents_levels);
  // The numbers shown may lengthen the table, which moves the numbers.
  std::size_t contents_pages = 1;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    Flow flow = ContentsPage(composer, front_pages + contents_pages).compose(list);
    std::vector<PagePlan> plan = paginate(flow.atoms, composer.parts, room);
    if (plan.size() == contents_pages) {
      front.contents = std::move(flow);
      front.contents_plans = std::move(plan);
      return front;
    }
    contents_pages = plan.size();
  }
  composer.report("la table des matières ne se stabilise pas");
  return front;
}

void FrontMatter::write(PageWriter& writer) {
  writer.write(cover.atoms, cover_plans, room);
  writer.write(contents.atoms, contents_plans, room);
}

}  // namespace typeset
