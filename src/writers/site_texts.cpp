#include "writers/site_texts.hpp"

#include <nlohmann/json.hpp>

#include "document/words.hpp"

namespace writers {
namespace {

// The text of blocks on one line, as a search result shows a piece of it.
class Line {
 public:
  void blocks(const document::Blocks& list) {
    for (const auto& block : list) std::visit(*this, block.data);
  }

  void operator()(const document::Paragraph& paragraph) { add(paragraph.content); }
  void operator()(const document::Heading& heading) { add(heading.content); }
  void operator()(const document::BulletList& list) { items(list.items); }
  void operator()(const document::OrderedList& list) { items(list.items); }
  void operator()(const document::Quote& quote) { blocks(quote.content); }
  void operator()(const document::Div& div) { blocks(div.content); }
  void operator()(const document::ThematicBreak&) {}
  void operator()(const document::Figure& figure) { separate(figure.alternative); }
  void operator()(const document::Table& table) {
    add(table.caption);
    cells(table.header);
    for (const auto& row : table.rows) cells(row);
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void separate(const std::string& more) {
    if (more.empty()) return;
    if (!text_.empty()) text_ += ' ';
    text_ += more;
  }
  void add(const document::Inlines& inlines) {
    separate(document::plain_text(inlines));
    notes(inlines);
  }
  void notes(const document::Inlines& inlines) {
    for (const auto& part : inlines) {
      std::visit(
          [&](const auto& data) {
            using Data = std::remove_cvref_t<decltype(data)>;
            if constexpr (std::is_same_v<Data, document::Note>) {
              blocks(data.content);
            } else if constexpr (requires { data.content; }) {
              notes(data.content);
            }
          },
          part.data);
    }
  }
  void items(const std::vector<document::Blocks>& list) {
    for (const auto& item : list) blocks(item);
  }
  void cells(const document::Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) separate("·");
      blocks(row[i]);
    }
  }

  std::string text_;
};

SearchedSection section(std::size_t page, const std::string& id, const std::string& title,
                        const document::Blocks& blocks) {
  Line line;
  line.blocks(blocks);
  return {page, id, title, line.take()};
}

}  // namespace

std::vector<SearchedSection> searched_sections(const std::vector<SearchedPage>& pages) {
  std::vector<SearchedSection> sections;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    std::string id;
    std::string title = pages[i].title;
    document::Blocks run;
    const auto end_section = [&] {
      if (!id.empty() || !run.empty()) sections.push_back(section(i, id, title, run));
      run.clear();
    };
    for (const auto& block : pages[i].blocks) {
      const auto* heading = std::get_if<document::Heading>(&block.data);
      if (heading == nullptr) {
        run.push_back(block);
        continue;
      }
      end_section();
      id = heading->attributes.id;
      title = document::plain_text(heading->content);
    }
    end_section();
  }
  return sections;
}

std::string site_texts(const std::vector<SearchedPage>& pages) {
  nlohmann::json list = nlohmann::json::array();
  for (const SearchedPage& page : pages) list.push_back({page.address, page.title});
  nlohmann::json sections = nlohmann::json::array();
  for (const SearchedSection& each : searched_sections(pages)) {
    sections.push_back({each.page, each.id, each.title, each.text});
  }
  return "// Les textes que la recherche parcourt ; fichier produit, à ne pas modifier.\n"
         "const egideTextes = {\"pages\":" +
         list.dump() + ",\n\"sections\":" + sections.dump() + "};\n";
}

}  // namespace writers
