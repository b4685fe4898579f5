#include "writers/site.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "document/words.hpp"
#include "writers/frame.hpp"
#include "writers/headings.hpp"
#include "writers/html_body.hpp"
#include "writers/site_texts.hpp"

namespace writers {
namespace {

constexpr const char* folder = "templates/html/site/";
constexpr const char* contents_name = "index.html";
constexpr int contents_levels = 2;

struct Chapter {
  std::string file, title;
  document::Blocks blocks;  // with its heading
  std::vector<HeadingEntry> entries;
};

class SiteWriter {
 public:
  SiteWriter(const document::Document& document, const SiteOptions& options)
      : metadata_(document.metadata), options_(options) {
    document::Blocks blocks = document.blocks;
    name_headings(blocks);
    highest_ = heading_levels(blocks).highest;
    divide(std::move(blocks));
    for (const std::string& id : written_ids(preamble_)) file_of_.emplace(id, contents_name);
    for (Chapter& chapter : chapters_) {
      chapter.entries = heading_entries(chapter.blocks, contents_levels);
      for (const std::string& id : written_ids(chapter.blocks)) file_of_.emplace(id, chapter.file);
    }
  }

  SiteFiles write() {
    SiteFiles files = {{"style.css", options_.style_sheet},
                       {"recherche.js", options_.script},
                       {"textes.js", site_texts(searched())},
                       {contents_name, contents_page()}};
    for (std::size_t i = 0; i < chapters_.size(); ++i) {
      files.emplace(chapters_[i].file, chapter_page(i));
    }
    return files;
  }

 private:
  void divide(document::Blocks blocks) {
    // Without distinction of case, as on some disks.
    std::set<std::string> taken = {"index"};
    for (auto& block : blocks) {
      const auto* heading = std::get_if<document::Heading>(&block.data);
      if (heading != nullptr && heading->level == highest_) {
        std::string name = heading->attributes.id;
        while (!taken.insert(lower_case(name)).second) name += "-page";
        chapters_.push_back({name + ".html", document::plain_text(heading->content), {}, {}});
      }
      (chapters_.empty() ? preamble_ : chapters_.back().blocks).push_back(std::move(block));
    }
  }

  static std::string lower_case(std::string text) {
    for (char& c : text) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
  }

  [[nodiscard]] std::vector<SearchedPage> searched() const {
    std::vector<SearchedPage> pages;
    if (!preamble_.empty()) pages.push_back({contents_name, metadata_.title, preamble_});
    for (const Chapter& chapter : chapters_) {
      pages.push_back({chapter.file, chapter.title, chapter.blocks});
    }
    return pages;
  }

  // Notes are numbered from the first page to the last: pages are written in order.
  std::string body(const document::Blocks& blocks, const std::string& file, int shift) {
    HtmlOptions html;
    html.first_note = next_note_;
    html.draw = options_.draw;
    html.anchor = [&](std::string_view id) {
      const auto found = file_of_.find(std::string(id));
      const bool elsewhere = found != file_of_.end() && found->second != file;
      return (elsewhere ? found->second : std::string()) + "#" + std::string(id);
    };
    HtmlBody writer(html, shift);
    std::string written = writer.write(blocks);
    next_note_ += writer.notes_written();
    return written;
  }

  // A chapter is the whole of its page: no id after the name of the file.
  [[nodiscard]] std::string address(const HeadingEntry& entry) const {
    const std::string& file = file_of_.at(entry.id);
    return entry.level == 1 ? file : file + "#" + entry.id;
  }

  // The chapters, with the parts of the one whose page it is.
  [[nodiscard]] std::string chapter_list(std::size_t current) const {
    std::vector<HeadingEntry> entries;
    for (std::size_t i = 0; i < chapters_.size(); ++i) {
      const auto& own = chapters_[i].entries;
      entries.insert(entries.end(), own.begin(), i == current ? own.end() : own.begin() + 1);
    }
    std::string list =
        contents_list(entries, [&](const HeadingEntry& entry) { return address(entry); });
    const std::string link = "<a href=\"" + base::escape_xml(chapters_[current].file) + "\"";
    list.insert(list.find(link) + link.size(), " aria-current=\"page\"");
    return list;
  }

  [[nodiscard]] std::string neighbours(std::size_t current) const {
    const bool first = current == 0;
    std::string links =
        neighbour("prev", "Précédent", first ? contents_name : chapters_[current - 1].file,
                  first ? "Sommaire" : chapters_[current - 1].title);
    if (current + 1 < chapters_.size()) {
      const Chapter& next = chapters_[current + 1];
      links += neighbour("next", "Suivant", next.file, next.title);
    }
    return links;
  }

  static std::string neighbour(const char* relation, const char* label, const std::string& file,
                               const std::string& title) {
    return std::string("<a rel=\"") + relation + "\" href=\"" + base::escape_xml(file) +
           "\"><span>" + label + "</span> " + base::escape_xml(title) + "</a>\n";
  }

  [[nodiscard]] std::string page(const std::string& title, std::string content) const {
    const std::string& whole = metadata_.title;
    return fill_frame(
        options_.page_frame,
        {{"langue", base::escape_xml(metadata_.language)},
         {"titre_de_la_page", base::escape_xml(title == whole ? whole : title + " – " + whole)},
         {"titre", base::escape_xml(whole)},
         {"sujet", base::escape_xml(metadata_.subject)},
         {"auteur", base::escape_xml(metadata_.author)},
         {"page", std::move(content)}});
  }

  std::string chapter_page(std::size_t i) {
    const Chapter& chapter = chapters_[i];
    return page(chapter.title,
                fill_frame(options_.chapter_frame,
                           {{"chapitre", base::escape_xml(chapter.title)},
                            {"chapitres", chapter_list(i)},
                            {"voisins", neighbours(i)},
                            {"contenu", body(chapter.blocks, chapter.file, 1 - highest_)}}));
  }

  std::string contents_page() {
    std::vector<HeadingEntry> entries;
    for (const Chapter& chapter : chapters_) {
      entries.insert(entries.end(), chapter.entries.begin(), chapter.entries.end());
    }
    const HeadingLevels levels = heading_levels(preamble_);
    const int shift = levels.highest == 0 ? 0 : 2 - levels.highest;
    return page(metadata_.title,
                fill_frame(options_.contents_frame,
                           {{"titre", base::escape_xml(metadata_.title)},
                            {"sujet", base::escape_xml(metadata_.subject)},
                            {"auteur", base::escape_xml(metadata_.author)},
                            {"contenu", body(preamble_, contents_name, shift)},
                            {"chapitres", contents_list(entries, [&](const HeadingEntry& entry) {
                               return address(entry);
                             })}}));
  }

  const document::Metadata& metadata_;
  const SiteOptions& options_;
  int highest_ = 0;
  document::Blocks preamble_;
  std::vector<Chapter> chapters_;
  std::map<std::string, std::string> file_of_;  // id → name of the page
  std::size_t next_note_ = 1;
};

}  // namespace

SiteOptions site_options(const base::Files& files, base::Diagnostics& diagnostics) {
  const auto frame = [&](const char* name, const std::vector<std::string>& names) {
    return read_frame(files, std::string(folder) + name, names, diagnostics);
  };
  const auto part = [&](const std::string& path) { return read_part(files, path, diagnostics); };
  SiteOptions options;
  options.page_frame =
      frame("page.html", {"langue", "titre_de_la_page", "titre", "sujet", "auteur", "page"});
  options.chapter_frame = frame("chapitre.html", {"chapitre", "chapitres", "voisins", "contenu"});
  options.contents_frame =
      frame("sommaire.html", {"titre", "sujet", "auteur", "contenu", "chapitres"});
  options.style_sheet = part("templates/html/style.css") + part(std::string(folder) + "site.css");
  options.script = part(std::string(folder) + "recherche.js");
  return options;
}

SiteFiles site(const document::Document& document, const SiteOptions& options) {
  return SiteWriter(document, options).write();
}

}  // namespace writers
