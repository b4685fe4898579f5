#include "typeset/contents.hpp"

namespace typeset {

void write_front_matter(Composer& composer, const document::Metadata& metadata,
                        const std::vector<Atom>& body, const std::vector<PagePlan>& plans,
                        PageWriter& writer) {
  (void)composer;
  (void)metadata;
  (void)body;
  (void)plans;
  (void)writer;
}

}  // namespace typeset
