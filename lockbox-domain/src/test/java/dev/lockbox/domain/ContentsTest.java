package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Samples.ANNA_MEMBER;
import static dev.lockbox.domain.Samples.BEN_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContentsTest {
  /**
   * Fingerprints stand in released logs. A change here makes a repeated command of the past look
   * like a reused id: it is never right to edit these.
   */
  private static final Map<String, String> RELEASED =
      Map.ofEntries(
          Map.entry(
              "OpenRequest", "5738f21236e4d9aa3530185277639e1735aa139c50913179ce29f0d99a8fbadf"),
          Map.entry("Approve", "3e21c74396a06452cbb6db5b6d396eaf817872e0b3d2421f710e494c00911655"),
          Map.entry("Deny", "8a8c1523a2febea9f0125bda56c6a82a22508fc49eb37fe5db7da2c2dd3216b5"),
          Map.entry("Revoke", "e141ae4965fe958ac288cb1a5650b55f2409f8646d10862895f543e46b83c3e7"),
          Map.entry(
              "StartPractice", "711a193e1569de94ff7ce85c076a79883865a9b33a69e4ba8df80d3d7b62c4d1"),
          Map.entry("Withdraw", "2367cb55044dce702ba031f6651a66774dff567425cfa22bcccf1d4ee06360df"),
          Map.entry(
              "ResolveTicket", "a3c31894e60b772ea58d5181c97c377c9cd917fc1f5c8590df1f2e1e3d6e5e2a"),
          Map.entry(
              "EnforceDeadline",
              "0081f4d25b5696715fe2990c8fb9bc4365f19e6c85107728497fcc0bf7f949ba"),
          Map.entry(
              "RegisterTenant", "b16cdced3adc24f37e17bddb5be3e93bd79774d395ed52ff93b6a2f13a34505c"),
          Map.entry(
              "ReplaceApprovers",
              "25203e53d396fb50a568edd0cc9ef93b1121b31e039e931bd278b4b19c0c8e2d"),
          Map.entry(
              "ReplaceMembers", "ab55af097a39937ac4671d938e15ee4cac70569e6597215cfab69442d538a541"),
          Map.entry(
              "ChangePlan", "04e0e235493e9c138bd095fa1711885de2644a0a8f9943d9b276028f6276f492"),
          Map.entry(
              "ChangeSettings", "5c2aa9125e67d96fb523b9db6cae9b920dc615d303fb1ea1ccfff77f56bc36aa"),
          Map.entry(
              "ConfirmSettings",
              "8726d87d597f57f5d66c13d942e83080e6d26d09bb24b3d77a835693820e2a84"));

  private static final Map<String, String> OF_GRANTS =
      Map.of(
          "FreezeGrants", "0e6dfaeaae909f5a2c0b27660edbfb0a670a9601965038a6199ae6cead6440ed",
          "ReleaseGrants", "c68965d49775f16560d8f2afe2af419896c67851698f6d4304f060f70e1ea083");

  private static final Map<String, String> OF_ACCESS =
      Map.of(
          "FinishAccess", "3aee984a75e44daa47681cad2d981d65f2919f590d347378a2ff2a5a8cf8dfee",
          "AcknowledgeClosing", "0c740519116f672211d8415fa8cc213ac6c94ec06800481b610baa736fa0762f");

  private static final Map<String, String> OF_INSIDERS =
      Map.of(
          "ApproveInternally", "566630100094844510b181d431b59c0b6fc824c217bafe531d7a848b83e048b0",
          "DenyInternally", "cf274a80809aa1feee0251a5a3ef718f3cdf7b4285b8ae777fe633b009c19f6e");

  private static final Map<String, String> OF_DIALOGUES =
      Map.of(
          "AskQuestion", "c74b0603593c00f0283c7f7f92e2f4199313f00f42a7fa924955d8acb58aeaaa",
          "AnswerQuestion", "6e808abd29214d28aff11ce5662219abb390da0eb5c368c3c406a394df6879c4",
          "CounterOffer", "0bc6e194cb3bd9234039ccd4b2e9057831fe481e47654b84984f5157490abb0a",
          "WithdrawOffer", "275000e6b2c6735d13ea3afee1dad1e29e7ee005ababe62e6ea038b5b14fd5f3",
          "AcceptOffer", "fdea1a2c352dc251ae1629fba2b71f4d3a3fd37667b7e1626d8427698bc6ae74");
  private static final Map<String, String> OF_ROLES =
      Map.ofEntries(
          Map.entry(
              "DefineRole", "4072f0debc6a3d8da39890df6c479bdbd2ec32421e12403a6dde5d66d20b382b"),
          Map.entry(
              "WithdrawRole", "e0eed74dced0b8cbd00b77251d37b63c30f146ebf953e8a1ae1e92f3c489d532"),
          Map.entry(
              "DescribeEngineer",
              "9e2a90677f19ae34fcb30763b54eeb4e5328bcd2f03a9eebfc237ce4da00ee69"),
          Map.entry(
              "RequestMembership",
              "0edad6ccbfb0def8e22d8751b693efcb306b85880bfdfbd5ad5a7251dcd3377c"),
          Map.entry(
              "ApproveMembership",
              "e7ed91646d677651277268d9ab72722106b51efa6f5d3142a834a072c1c7277c"),
          Map.entry(
              "DenyMembership", "851548ce4d172fc8c6bf3b29d6269ec4a31b775ba2d9414c2193b85a59fba121"),
          Map.entry(
              "EndMembership", "f671f407d92233370ba617efab3b61aa7d89ad72bd2d05d91d35ea6403e41e59"),
          Map.entry(
              "ExpireMemberships",
              "93b8620fa0b7718f86380efa7c3e54b517550d6e7181e49dae454033b7651eb6"));

  private static final Map<String, String> OF_EXCLUSIONS =
      Map.of(
          "ReportExclusion", "bfbd1240083d345bddb14367a5ee9fffd303f5d1b31268e929f6e625c873c2b4",
          "ConfirmBreakGlass", "682f8e4b5fe5ed3bf1d64291a59f1800df22b9c7a3ba34ab47e21515c50f8b76",
          "AcknowledgeExclusion",
              "6073e1b53cca92662f2ad89c3a89247af0813c60856aac01cf02e1be9a5e7c99",
          "EnforceExclusion", "3c314d256754595ded14eb155bf067fec3a97919922d980ca237eec843f677bd");

  private static final Map<String, String> OF_SESSIONS =
      Map.of(
          "StartSession", "5a9ed252ddd8ccaf5681defd97a742f878d52576fa5217b2a6307a82577ef32a",
          "NoteActivity", "56aea66c37010cad8bb1f740dc65b8974f40b98bfc4fc6bb50ead0fbe8a9c5c9",
          "ReportAction", "7455e24677c5de8243b4f4bbd5b7e06f4baf577263b650d8c73cd2765c2f99d2",
          "AuthoriseAction", "f972f12eba344e391aa9bfa43fdd3cf2fe58b7a1aa44005f130b3cfaf53d1e43",
          "EndSession", "289dcd8763aee3d8cd16909de1e8b2ec0cf2063ec8823d34533c2356187686d8",
          "ReportDevice", "7264313a3a779482b1ed308ffcf1c7bcdc54be9a0aadc58824b1e6386b2931bd",
          "ReportProvisioned", "5cc877aa8365ebb0997c7a2a3560fe8d2d56604698fc5af16c0b4b9c08e3fa6a",
          "ReportNotProvisioned",
              "a46ea30ecf42d79a25b8d152c729589c94465649071106306e6005688bc32d64",
          "ReportUngranted", "849c83d93bd8ed9670c935bc9231ca966e9117637999c77c1036361ed966bbfc",
          "EnforceSessions", "83c1a0826102289ce54941747d51bc007bbb9c7ef8edbcedcf738968b5da7080");

  private static final Map<String, String> OF_KEYS =
      Map.of(
          "RegisterApproverKey", "b2cdd9193ab5b59fe36a5b904845bab02a698407a9aa80e2597683bff017b1ba",
          "ConfirmApproverKey", "d33c60d1ae6ac54aee5728652fbf6d5661ac6eaf33631cccd9f677741b27fe97",
          "WithdrawApproverKey",
              "adcaa515139bf69360afc580362a9bbe3d11fdea8a4787a840fd9011e41e5d7a");

  private static final Map<String, String> OF_REVIEWS =
      Map.of("BeginReview", "ba5b4272cd466e207e6b0dd870b9b3da9e6c5050b3bda4e670ad4a0cb44f9bf3");

  private static final Map<String, String> OF_READINGS =
      Map.of("ConfirmRead", "80a418dca7cc2127746527cc4e3f457d17de175aaaa5018a3208f274c481ff20");

  private static final Map<String, String> OF_ISSUERS =
      Map.of("ChangeIssuers", "396faf1331ecb514aee4a7aec20effad77cbda15d59e891c4e02221f6ef78d6f");

  @Test
  void releasedFingerprintsNeverChange() {
    var released = new HashMap<>(RELEASED);
    released.putAll(OF_GRANTS);
    released.putAll(OF_ACCESS);
    released.putAll(OF_DIALOGUES);
    released.putAll(OF_INSIDERS);
    released.putAll(OF_ROLES);
    released.putAll(OF_EXCLUSIONS);
    released.putAll(OF_SESSIONS);
    released.putAll(OF_KEYS);
    released.putAll(OF_REVIEWS);
    released.putAll(OF_READINGS);
    released.putAll(OF_ISSUERS);
    var now =
        Samples.commands().stream()
            .collect(Collectors.toMap(Command::name, command -> command.content().hex()));
    assertThat(now).isEqualTo(released);
  }

  @Test
  void everyCommandHasAContentOfItsOwn() {
    var all = List.of(Samples.commands(), Samples.sparseCommands());
    assertThat(all.stream().flatMap(List::stream).map(Command::content)).doesNotHaveDuplicates();
  }

  @Test
  void whoAsksAndUnderWhichIdIsNotContent() {
    assertThat(content(deny().by(Cast.ANNA).as("1")))
        .isEqualTo(content(deny().by(Cast.BEN).as("2")));
  }

  @Test
  void whatIsAskedIsContent() {
    assertThat(content(deny())).isNotEqualTo(content(revoke()));
    assertThat(content(deny())).isNotEqualTo(content(deny().because("so")));
    assertThat(content(approve().ifVersion(1))).isNotEqualTo(content(approve().ifVersion(2)));
    assertThat(content(open())).isNotEqualTo(content(open().engineer(Cast.FEMI)));
  }

  @Test
  void theOrderInWhichASetIsToldIsNotContent() {
    assertThat(replace(ANNA_MEMBER, BEN_MEMBER).content())
        .isEqualTo(replace(BEN_MEMBER, ANNA_MEMBER).content());
  }

  @Test
  void aMembersAddressIsContent() {
    assertThat(replace(ANNA_MEMBER).content())
        .isNotEqualTo(replace(Member.of("anna", "anna@elsewhere.example")).content());
  }

  private static ReplaceApprovers replace(Member... members) {
    Set<Member> inOrder = new LinkedHashSet<>(List.of(members));
    return new ReplaceApprovers(CONTOSO, new Attempt(OPERATOR, new DecisionId("replace")), inOrder);
  }

  private static Fingerprint content(CommandBuilder<?> command) {
    return command.build(0).content();
  }
}
