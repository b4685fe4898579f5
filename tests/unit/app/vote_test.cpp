#include <gmock/gmock.h>

#include "project.hpp"

// What a délibération checks of its vote and of its quorum.
namespace {

using testing::HasSubstr;
using testing::Not;

std::string said(const std::string& content) {
  base::Diagnostics diagnostics;
  (void)app::prepare(project::engine(), "deliberation", {"d.yaml", content}, {}, diagnostics);
  return project::messages(diagnostics);
}

// 11 members in office, 9 present and 1 proxy; 7 for, 2 against, 1 abstains.
const char* const vote = "forms/exemples/deliberation-abrogation.yaml";

TEST(Vote, CountsNoMoreVotesThanMembersAndProxies) {
  const std::string content = project::file(vote);
  EXPECT_THAT(said(content), Not(HasSubstr("plus nombreuses")));
  EXPECT_THAT(said(project::with(content, "pour: \"7\"", "pour: \"8\"")),
              HasSubstr("plus nombreuses"));
}

TEST(Vote, WarnsWhenTheQuorumIsNotReached) {
  std::string content = project::file(vote);
  content = project::with(content, "pour: \"7\"", "pour: \"2\"");
  EXPECT_THAT(said(project::with(content, "présents: \"9\"", "présents: \"6\"")),
              Not(HasSubstr("quorum")));
  const std::string messages = said(project::with(content, "présents: \"9\"", "présents: \"5\""));
  EXPECT_THAT(messages, HasSubstr("quorum"));
  EXPECT_THAT(messages, HasSubstr("avertissement"));
}

}  // namespace
