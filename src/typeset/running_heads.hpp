#pragma once

#include "document/document.hpp"
#include "typeset/composer.hpp"
#include "typeset/page_writer.hpp"

namespace typeset {

// Running heads, page numbers and fold marks, all artifacts. `first_page`: of the body; the pages
// before have no head.
void write_running_heads(Composer& composer, const document::Metadata& metadata,
                         std::size_t first_page, Pages& pages, PageWriter& writer);

}  // namespace typeset
