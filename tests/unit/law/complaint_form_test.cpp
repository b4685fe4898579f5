// The complaint chooses its limitation rules by lists of offences: a list that forgets an offence
// would print no deadline, silently. They must say the same as the law database.
#include <gtest/gtest.h>

#include <set>

#include "law_fixture.hpp"

namespace {

// The ids named under « parmi » or « égal » anywhere in one named condition of forms/plainte.yaml.
void collect(const yaml::Node& node, std::set<std::string>& ids) {
  for (const yaml::Node& id : node["parmi"].items()) ids.insert(id.text());
  if (node["champ"].text() == "infractions.référence" && !node["égal"].text().empty()) {
    ids.insert(node["égal"].text());
  }
  for (const yaml::Node& item : node["un_de"].items()) collect(item, ids);
  for (const yaml::Node& item : node["tous"].items()) collect(item, ids);
}

std::set<std::string> listed(const base::Files& files, const char* condition) {
  base::Diagnostics diagnostics;
  const yaml::Node root = yaml::parse(files.read("forms/plainte.yaml").value_or(""), "plainte",
                                      base::Kind::content, diagnostics);
  std::set<std::string> ids;
  collect(root["conditions"][condition], ids);
  return ids;
}

// Offences that run, in one version at least, on this limitation rule.
std::set<std::string> running_on(RepositoryLibrary& law, const std::vector<std::string>& rules) {
  std::set<std::string> ids;
  for (const std::string& id : law.library.offence_ids()) {
    for (const law::OffenceVersion& version : law.library.offence(id, law.diagnostics)->versions) {
      for (const std::string& rule : rules) {
        if (version.limitation_rule == rule) ids.insert(id);
      }
    }
  }
  return ids;
}

TEST(ComplaintForm, ListsTheOffencesOfEachLimitationRule) {
  RepositoryLibrary law;
  EXPECT_EQ(listed(law.files, "presse"),
            running_on(law, {"prescription-presse", "prescription-presse-discrimination"}));
  EXPECT_EQ(listed(law.files, "presse_un_an"),
            running_on(law, {"prescription-presse-discrimination"}));
  EXPECT_EQ(listed(law.files, "crime"), running_on(law, {"prescription-crime"}));
  EXPECT_EQ(listed(law.files, "contravention"), running_on(law, {"prescription-contravention"}));
}

}  // namespace
