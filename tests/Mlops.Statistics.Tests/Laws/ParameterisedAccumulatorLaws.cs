namespace Mlops.Statistics.Tests.Laws;

/// <summary>What holds besides for every accumulator whose definition has parameters.</summary>
public abstract class ParameterisedAccumulatorLaws<TAccumulator, TValue> : AccumulatorLaws<TAccumulator, TValue>
    where TAccumulator : IAccumulator<TAccumulator>
{
    protected abstract IStatisticDefinition<TAccumulator> CreateOtherDefinition();

    [Fact]
    public void Merge_UnequalDefinition_ThrowsAndChangesNothing()
    {
        var accumulator = Fed([]);
        var before = Serialize(accumulator);
        var exception = Assert.Throws<ArgumentException>(() => accumulator.Merge(CreateOtherDefinition().Create()));
        Assert.Equal("other", exception.ParamName);
        Assert.Equal(before, Serialize(accumulator));
        Assert.NotEqual<object>(CreateDefinition(), CreateOtherDefinition());
    }
}
