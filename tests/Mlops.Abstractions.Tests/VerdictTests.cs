namespace Mlops.Abstractions.Tests;

public class VerdictTests
{
    [Fact]
    public void Default_IsInconclusive_SoThatNothingPassesByOmission() => Assert.Equal(Verdict.Inconclusive, default);

    [Fact]
    public void Values_AreStable_BecauseTheyAreStored() =>
        Assert.Equal((0, 1, 2), ((int)Verdict.Inconclusive, (int)Verdict.Pass, (int)Verdict.Fail));
}
