#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "law/article.hpp"
#include "law/citation.hpp"
#include "law/offence.hpp"
#include "law/open_point.hpp"
#include "law/parameter.hpp"
#include "law/text.hpp"
#include "law/vocabulary.hpp"

namespace law {

// Where a citation was written, and what a wrong one is a mistake about.
struct Citing {
  base::Position position;
  base::Kind kind = base::Kind::content;
};

// The law database under content/droit. Each file is read when it is first asked for, and kept:
// making one document opens a few dozen small files, never the whole folder.
// Every pointer stays valid as long as the library. Not to be shared between threads.
//
// What cannot be found is an error added to `diagnostics`, naming the nearest known id, and a
// null pointer. A file that cannot be read correctly is reported once, then counts as missing.
class Library {
 public:
  // `files` must outlive the library.
  explicit Library(const base::Files& files, std::string root = "content/droit");
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  [[nodiscard]] const Text* text(std::string_view id, base::Diagnostics& diagnostics,
                                 const Citing& citing = {}) const;
  // `id` must name an article, not a whole act.
  [[nodiscard]] const Article* article(std::string_view id, base::Diagnostics& diagnostics,
                                       const Citing& citing = {}) const;
  // The version in force on `day`. Reports « droit non couvert » before the first version, or after
  // the end of the text; a version in which the article is repealed is returned as such.
  [[nodiscard]] const ArticleVersion* version(std::string_view id, calendar::Date day,
                                              base::Diagnostics& diagnostics,
                                              const Citing& citing = {}) const;
  // True if the article (or act) is known and neither repealed nor past the end of its text.
  [[nodiscard]] bool in_force_on(std::string_view id, calendar::Date day) const;

  // « article L. 2123-35 du code général des collectivités territoriales ».
  [[nodiscard]] std::string citation_text(std::string_view id, base::Diagnostics& diagnostics,
                                          const Citing& citing = {}) const;
  // « art. L. 2123-35 CGCT ».
  [[nodiscard]] std::string short_citation(std::string_view id, base::Diagnostics& diagnostics,
                                           const Citing& citing = {}) const;
  // « articles 222-12 et 222-14-5 du code pénal et article 65 de la loi du 29 juillet 1881 »:
  // grouped by text, in the order in which texts and articles first appear.
  [[nodiscard]] std::string citation_list(const std::vector<std::string>& ids,
                                          base::Diagnostics& diagnostics,
                                          const Citing& citing = {}) const;
  // Page on Légifrance of the version in force on `day` (or of the last one), or of the text when
  // the number of the version is not known; empty if neither is.
  [[nodiscard]] std::string address(std::string_view id,
                                    std::optional<calendar::Date> day = std::nullopt) const;

  [[nodiscard]] const Offence* offence(std::string_view id, base::Diagnostics& diagnostics,
                                       const Citing& citing = {}) const;
  [[nodiscard]] const Parameter* parameter(std::string_view id, base::Diagnostics& diagnostics,
                                           const Citing& citing = {}) const;
  [[nodiscard]] const ParameterVersion* parameter_on(std::string_view id, calendar::Date day,
                                                     base::Diagnostics& diagnostics,
                                                     const Citing& citing = {}) const;
  [[nodiscard]] const Vocabulary& vocabulary(base::Diagnostics& diagnostics) const;
  // content/droit/etat-du-droit.yaml: what could not be established.
  [[nodiscard]] const std::vector<OpenPoint>& open_points(base::Diagnostics& diagnostics) const;

  // Listings; they read folders, not files. Sorted by byte.
  [[nodiscard]] std::vector<std::string> text_ids() const;
  [[nodiscard]] std::vector<std::string> article_ids(std::string_view text) const;  // "cgct/…"
  [[nodiscard]] std::vector<std::string> offence_ids() const;
  [[nodiscard]] std::vector<std::string> parameter_ids() const;

  [[nodiscard]] const std::string& root() const { return root_; }
  [[nodiscard]] const base::Files& files() const { return files_; }

 private:
  template <typename Item>
  using Cache = std::map<std::string, std::optional<Item>, std::less<>>;
  template <typename Item, typename Reader>
  const Item* load(Cache<Item>& cache, std::string_view id, const std::string& path,
                   const Reader& reader, base::Diagnostics& diagnostics) const;
  [[nodiscard]] std::vector<std::string> yaml_names(const std::string& folder) const;
  [[nodiscard]] std::optional<Citation> checked(std::string_view id, base::Diagnostics& diagnostics,
                                                const Citing& citing) const;

  const base::Files& files_;
  std::string root_;
  mutable Cache<Text> texts_;
  mutable Cache<Article> articles_;
  mutable Cache<Offence> offences_;
  mutable Cache<Parameter> parameters_;
  mutable std::optional<Vocabulary> vocabulary_;
  mutable std::optional<std::vector<OpenPoint>> open_points_;
};

}  // namespace law
