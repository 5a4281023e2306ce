using Mlops.Registry.Retention;

namespace Mlops.Registry.Tests.Retention;

public sealed class RetentionStateTests
{
    private static readonly DateTimeOffset Start = new(2020, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset LogsEnd = new(2020, 9, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly LegalHold Hold = new("case 7", "a claim about a refusal", "counsel", Start);

    private static RetentionState Logs => new() { Periods = [new(RetentionClass.EuAiActLogs, Start)] };

    [Fact]
    public void CanDispose_AtTheEnd_MayGoAndNotATickBefore()
    {
        Assert.True(Logs.CanDispose(LogsEnd).CanDispose);
        var before = Logs.CanDispose(LogsEnd.AddTicks(-1));

        Assert.False(before.CanDispose);
        Assert.Equal(LogsEnd, before.EarliestAt);
        Assert.Contains("2020-09-02", before.Reason, StringComparison.Ordinal);
        Assert.Contains("19(1)", before.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void CanDispose_SeveralClasses_TheLongestWinsInAnyOrder()
    {
        RetentionPeriod[] periods =
        [
            new(RetentionClass.EuAiActLogs, Start),
            new(RetentionClass.EuAiActDocumentation, Start),
            new(RetentionClass.Hipaa, Start),
        ];
        var expected = new DateTimeOffset(2030, 3, 2, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(
            expected,
            new RetentionState { Periods = periods }
                .CanDispose(Start)
                .EarliestAt
        );
        Assert.Equal(
            expected,
            new RetentionState { Periods = [.. periods.Reverse()] }
                .CanDispose(Start)
                .EarliestAt
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CanDispose_WithoutEndOrNotBegun_NeverGoes(bool indefinite)
    {
        var longest = indefinite
            ? new RetentionPeriod(RetentionClass.Indefinite, Start)
            : new RetentionPeriod(RetentionClass.EuAiActDocumentation, null);
        var state = Logs with { Periods = [.. Logs.Periods, longest] };

        var decision = state.CanDispose(DateTimeOffset.MaxValue);

        Assert.False(decision.CanDispose);
        Assert.Null(decision.EarliestAt);
        Assert.Contains(longest.Class.Name, decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void CanDispose_NoClass_NeverGoes() =>
        Assert.False(new RetentionState().CanDispose(DateTimeOffset.MaxValue).CanDispose);

    [Fact]
    public void CanDispose_Hold_AlwaysWinsAndIsNamed()
    {
        var decision = Logs.WithHold(Hold).CanDispose(DateTimeOffset.MaxValue);

        Assert.False(decision.CanDispose);
        Assert.Equal(LogsEnd, decision.EarliestAt);
        Assert.Equal([Hold], decision.Holds);
        Assert.Contains("case 7", decision.Reason, StringComparison.Ordinal);
        Assert.Contains("counsel", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void CanDispose_OneOfTwoHoldsLifted_StillStays()
    {
        var both = Logs.WithHold(Hold).WithHold(Hold with { Matter = "case 8" });
        var one = both.WithRelease("case 7", "counsel", LogsEnd);
        var none = one.WithRelease("case 8", "counsel", LogsEnd);

        Assert.Equal(["case 8"], one.CanDispose(LogsEnd).Holds.Select(hold => hold.Matter));
        Assert.True(none.CanDispose(LogsEnd).CanDispose);
        Assert.False(none.CanDispose(LogsEnd.AddTicks(-1)).CanDispose);
        Assert.Equal(2, none.Holds.Count);
    }

    [Fact]
    public void WithHold_SameMatterTwice_ThrowsUntilItIsLifted()
    {
        var held = Logs.WithHold(Hold);

        Assert.Throws<ArgumentException>(() => held.WithHold(Hold));
        Assert.False(held.WithRelease("case 7", "x", Start).WithHold(Hold).CanDispose(LogsEnd).CanDispose);
    }

    [Fact]
    public void WithHold_Nameless_Throws()
    {
        Assert.Throws<ArgumentException>(() => Logs.WithHold(Hold with { Matter = "" }));
        Assert.Throws<ArgumentException>(() => Logs.WithHold(Hold with { PlacedBy = " " }));
        Assert.Throws<ArgumentException>(() => Logs.WithHold(Hold with { Reason = "" }));
        Assert.Throws<ArgumentException>(() => Logs.WithHold(Hold with { ReleasedAt = Start }));
    }

    [Fact]
    public void WithRelease_NoSuchHoldOrTooEarly_Throws()
    {
        Assert.Throws<ArgumentException>(() => Logs.WithRelease("case 7", "x", Start));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Logs.WithHold(Hold).WithRelease("case 7", "x", Start.AddTicks(-1))
        );
    }
}
