#include "typeset/composer.hpp"
#include "typeset/layout.hpp"
#include "typeset/table.hpp"

namespace typeset {

bool turns_on_its_side(const document::Table& table, const Style& style, const FontSet& fonts,
                       const Options& options, base::Diagnostics& diagnostics) {
  Shaper words(fonts, {options.source, 0, 0}, diagnostics);
  SettingMemory memory;
  const PageReferences references;
  Composer composer(style, options, words, memory, references, diagnostics);
  Column column;
  column.x = style.left;
  column.width = style.text_width();
  column.text = style.text;
  return TableComposer(composer, table, column).turns();
}

}  // namespace typeset
