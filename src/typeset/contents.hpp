#pragma once

#include "document/document.hpp"
#include "typeset/composer.hpp"
#include "typeset/page_writer.hpp"
#include "typeset/paginate.hpp"

namespace typeset {

// The cover and the table of contents, if the style asks for them, before the pages of the body.
// The body is already shared out; its page numbers count from the end of the front matter.
void write_front_matter(Composer& composer, const document::Metadata& metadata,
                        const std::vector<Atom>& body, const std::vector<PagePlan>& plans,
                        PageWriter& writer);

}  // namespace typeset
