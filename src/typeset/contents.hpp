#pragma once

#include "document/document.hpp"
#include "typeset/composer.hpp"
#include "typeset/page_writer.hpp"
#include "typeset/paginate.hpp"

namespace typeset {

// The cover and the table of contents, if the style asks for them, before the pages of the body.
struct FrontMatter {
  Flow cover, contents;
  std::vector<PagePlan> cover_plans, contents_plans;
  PageRoom room;

  [[nodiscard]] std::size_t pages() const { return cover_plans.size() + contents_plans.size(); }
  // Takes what the flows show.
  void write(PageWriter& writer);
};

// The body is already shared out; its page numbers count from the end of the front matter.
[[nodiscard]] FrontMatter front_matter(Composer& composer, const document::Metadata& metadata,
                                       const std::vector<Atom>& body,
                                       const std::vector<PagePlan>& plans);

}  // namespace typeset
