#include "web/html_template.hpp"

#include <gtest/gtest.h>

#include "web/view.hpp"

namespace web {
namespace {

std::string filled(const std::string& page, const Record& values) {
  const base::MemoryFiles files(
      {{"templates/web/page.html", page}, {"templates/web/autre.html", "<b>{{nom}}</b>"}});
  return HtmlTemplates(files).render("page", values);
}

TEST(HtmlTemplate, EscapesTextsAndNothingElse) {
  EXPECT_EQ(filled("<i>{{nom}}</i>{{{html_a}}}",
                   {{"nom", text("<a href='x'>\"&")}, {"html_a", html("<br>")}}),
            "<i>&lt;a href=&#39;x&#39;&gt;&quot;&amp;</i><br>");
}

TEST(HtmlTemplate, SectionsRepeatEnterAndInvert) {
  const Record values = {{"liste", list({{{"nom", text("un")}}, {{"nom", text("deux")}}})},
                         {"vide", list({})},
                         {"oui", Value(true)},
                         {"nom", text("dehors")}};
  EXPECT_EQ(filled("{{#liste}}{{nom}},{{/liste}}{{^vide}}rien{{/vide}}{{#oui}}{{nom}}{{/oui}}"
                   "{{! caché }}{{> autre}}",
                   values),
            "un,deux,riendehors<b>dehors</b>");
}

TEST(HtmlTemplate, RefusesWhatIsWrongInAPage) {
  const Record values = {{"nom", text("x")}, {"oui", Value(true)}};
  for (const char* page : {"{{inconnu}}", "{{#inconnu}}x{{/inconnu}}", "{{oui}}", "{{#oui}}x",
                           "x{{/oui}}", "{{nom", "{{{nom}}}", "{{}}", "{{> absent}}"}) {
    EXPECT_THROW((void)filled(page, values), TemplateError) << page;
  }
}

TEST(HtmlTemplate, NamesTheFileAndTheLine) {
  try {
    (void)filled("a\nb {{inconnu}}", {});
    FAIL();
  } catch (const TemplateError& error) {
    EXPECT_EQ(std::string(error.what()).substr(0, 11), "page.html:2");
  }
}

}  // namespace
}  // namespace web
