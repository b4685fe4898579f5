#include "document/typography.hpp"

#include <map>

#include "base/text.hpp"
#include "document/typography_run.hpp"
#include "document/visit.hpp"
#include "document/words.hpp"

namespace document {
namespace {

// Lays the inlines out in a row and gathers the footnotes met on the way (which take no room).
class Flatten {
 public:
  void inlines(Inlines& list) {
    for (Inline& part : list) std::visit(*this, part.data);
  }
  void operator()(Text& text) {
    const bool frozen = frozen_ || text.verbatim;
    for (const char32_t c : base::to_utf32(text.utf8)) {
      units.push_back({c, frozen, false, frozen ? nullptr : &text});
    }
  }
  void operator()(LineBreak&) { units.push_back({U'\n'}); }
  void operator()(Emphasis& part) { inlines(part.content); }
  void operator()(Strong& part) { inlines(part.content); }
  void operator()(Link& part) { inlines(part.content); }
  void operator()(Span& part) { inlines(part.content); }
  void operator()(Superscript& part) {
    frozen_ = true;
    inlines(part.content);
    frozen_ = false;
  }
  void operator()(Note& note) { notes.push_back(&note); }

  Units units;
  std::vector<Note*> notes;

 private:
  bool frozen_ = false;
};

// What each text becomes: pieces, of which some are raised.
using Pieces = std::map<const Text*, Inlines>;

Pieces gather(const Units& units) {
  Pieces pieces;
  for (const Unit& unit : units) {
    if (unit.source == nullptr) continue;
    Inlines& list = pieces[unit.source];
    const bool last_raised = !list.empty() && std::holds_alternative<Superscript>(list.back().data);
    if (list.empty() || last_raised != unit.raised) {
      if (unit.raised) {
        Inlines content;
        content.push_back({Text{}});
        list.push_back({Superscript{std::move(content)}});
      } else {
        list.push_back({Text{}});
      }
    }
    Text& text = unit.raised
                     ? std::get<Text>(std::get<Superscript>(list.back().data).content.front().data)
                     : std::get<Text>(list.back().data);
    base::append_utf8(text.utf8, unit.c);
  }
  return pieces;
}

void replace(Inlines& list, Pieces& pieces) {
  Inlines result;
  for (Inline& part : list) {
    if (auto* text = std::get_if<Text>(&part.data)) {
      const auto found = pieces.find(text);
      if (found != pieces.end()) {
        for (Inline& piece : found->second) result.push_back(std::move(piece));
      } else if (text->verbatim) {
        result.push_back(std::move(part));
      }
      continue;
    }
    std::visit(
        [&](auto& data) {
          using Data = std::remove_cvref_t<decltype(data)>;
          if constexpr (requires { data.content; } && !std::is_same_v<Data, Note> &&
                        !std::is_same_v<Data, Superscript>) {
            replace(data.content, pieces);
          }
        },
        part.data);
    result.push_back(std::move(part));
  }
  list = std::move(result);
}

std::u32string characters(const Units& units) {
  std::u32string result;
  for (const Unit& unit : units) result += unit.c;
  return result;
}

void run(Inlines& inlines) {
  Flatten row;
  row.inlines(inlines);
  for (Note* note : row.notes) for_each_run(note->content, run);
  freeze_addresses(row.units);
  // What one rule writes can call for another (« a:; »): again until nothing changes. Ordinary
  // text takes one round and the one that sees it; the bound is for the rest.
  constexpr int most_rounds = 8;
  bool changed = true;
  for (int round = 0; changed && round < most_rounds; ++round) {
    const std::u32string before = characters(row.units);
    collapse_spaces(row.units);
    replace_marks(row.units);
    replace_dashes(row.units);
    space_punctuation(row.units);
    bind_words(row.units);
    changed = characters(row.units) != before;
  }
  raise_ordinals(row.units);
  Pieces pieces = gather(row.units);
  replace(inlines, pieces);
}

}  // namespace

void typography(Document& document) { for_each_run(document.blocks, run); }

std::string typography(std::string_view text) {
  Inlines inlines;
  inlines.push_back({Text{std::string(text), false}});
  run(inlines);
  return plain_text(inlines);
}

}  // namespace document
