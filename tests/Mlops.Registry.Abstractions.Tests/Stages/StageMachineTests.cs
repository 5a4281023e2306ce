using Mlops.Registry.Access;
using Mlops.Registry.Models;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Tests.Stages;

public class StageMachineTests
{
    private static readonly VersionKey Key = new("credit", 7);

    public static TheoryData<Stage, Stage[]> Table =>
        new()
        {
            { Stage.Draft, [Stage.Registered, Stage.Retired] },
            { Stage.Registered, [Stage.InReview, Stage.Retired] },
            { Stage.InReview, [Stage.Registered, Stage.Approved, Stage.Rejected] },
            { Stage.Rejected, [Stage.InReview, Stage.Retired] },
            { Stage.Approved, [Stage.InReview, Stage.Staged, Stage.Retired] },
            { Stage.Staged, [Stage.InReview, Stage.Approved, Stage.Active, Stage.Retired] },
            { Stage.Active, [Stage.Suspended, Stage.RolledBack, Stage.Superseded, Stage.Retired] },
            { Stage.Suspended, [Stage.InReview, Stage.Active, Stage.RolledBack, Stage.Retired] },
            { Stage.Superseded, [Stage.InReview, Stage.Active, Stage.Retired] },
            { Stage.RolledBack, [Stage.InReview, Stage.Retired] },
            { Stage.Retired, [] },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Next_EachStage_IsTheTable(Stage from, Stage[] expected)
    {
        Assert.Equal(expected.Order(), StageMachine.Next(from));
        foreach (var to in Enum.GetValues<Stage>())
        {
            Assert.Equal(expected.Contains(to), StageMachine.CanMove(from, to));
            Assert.Equal(expected.Contains(to), StageMachine.Find(from, to) is not null);
        }
    }

    [Fact]
    public void Steps_Listed_AreEachOnce() =>
        Assert.Equal(
            StageMachine.Steps.Count,
            StageMachine.Steps.Select(step => (step.From, step.To)).Distinct().Count()
        );

    [Fact]
    public void Steps_OutOfUse_AreNeverJudged()
    {
        Stage[] outOfUse = [Stage.Suspended, Stage.RolledBack, Stage.Superseded, Stage.Retired];
        Assert.All(
            StageMachine.Steps.Where(step => outOfUse.Contains(step.To)),
            step => Assert.False(step.IsJudged, $"{step}")
        );
        Assert.Equal(RegistryRight.Suspend, StageMachine.Find(Stage.Active, Stage.Suspended)!.Right);
    }

    [Fact]
    public void Steps_IntoReviewOrUse_AreAlwaysJudged()
    {
        Stage[] judged = [Stage.InReview, Stage.Staged, Stage.Active];
        Assert.All(
            StageMachine.Steps.Where(step => judged.Contains(step.To)),
            step => Assert.True(step.IsJudged, $"{step}")
        );
        Assert.True(StageMachine.Find(Stage.InReview, Stage.Approved)!.IsJudged);
        Assert.False(StageMachine.Find(Stage.Staged, Stage.Approved)!.IsJudged);
    }

    [Fact]
    public void Steps_Decisions_NeedATicket() =>
        Assert.Equal(
            [(Stage.InReview, Stage.Approved), (Stage.InReview, Stage.Rejected)],
            StageMachine.Steps.Where(step => step.NeedsTicket).Select(step => (step.From, step.To))
        );

    [Fact]
    public void Require_NoSuchStep_SaysWhichThereAre()
    {
        var error = Assert.Throws<InvalidTransitionException>(() =>
            StageMachine.Require(Key, Stage.Registered, Stage.Active)
        );
        Assert.Equal(
            "credit@7 is Registered: from there it can go to InReview or Retired, not to Active.",
            error.Message
        );
        Assert.Equal((Stage.Registered, Stage.Active), (error.From, error.To));
    }

    [Fact]
    public void Require_SameStage_SaysSo() =>
        Assert.Equal(
            "credit@7 is Active already. It can go to Suspended, RolledBack, Superseded or Retired.",
            Assert
                .Throws<InvalidTransitionException>(() => StageMachine.Require(Key, Stage.Active, Stage.Active))
                .Message
        );

    [Fact]
    public void Require_FromRetired_SaysNowhere() =>
        Assert.Equal(
            "credit@7 is Retired: from there it goes nowhere, not to Active.",
            Assert
                .Throws<InvalidTransitionException>(() => StageMachine.Require(Key, Stage.Retired, Stage.Active))
                .Message
        );

    [Fact]
    public void Describe_AStage_IsASentence() =>
        Assert.Equal(
            "credit@7 is Registered: from there it can go to InReview or Retired",
            StageMachine.Describe(Key, Stage.Registered)
        );

    [Fact]
    public void ToString_ReActivation_NamesTheRollbackToo() =>
        Assert.Equal(
            "Superseded -> Active: by Transition, right Transition, or by RollBack, right RollBack, judged by the policy, with a reason",
            StageMachine.Find(Stage.Superseded, Stage.Active)!.ToString()
        );

    [Fact]
    public void StageStep_ReadBack_IsTheSame() =>
        Assert.All(
            StageMachine.Steps,
            step => Assert.Equal(step, RegistryJson.Deserialize<StageStep>(RegistryJson.Serialize(step)))
        );
}
