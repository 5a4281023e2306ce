using FsCheck;
using FsCheck.Fluent;
using Mlops.Statistics.Sketches.FrequentItems;
using Mlops.Statistics.Tests.Laws;
using Sketch = Mlops.Statistics.Sketches.FrequentItems.FrequentItemsSketch;

namespace Mlops.Statistics.Tests.Sketches.FrequentItems;

/// <summary>While all items fit, the merge is exact: equality is of all bytes. <see cref="FrequentItemsBoundTests"/> has the law beyond that.</summary>
public sealed class FrequentItemsLaws : ParameterisedAccumulatorLaws<Sketch, string?>
{
    protected override Gen<string?> Values =>
        Gen.Elements<string?>("a", "b", "B", "", "ä", "日本", "\"\\\n", "😀", null);

    protected override IStatisticDefinition<Sketch> CreateDefinition() => new FrequentItemsDefinition(4);

    protected override IStatisticDefinition<Sketch> CreateOtherDefinition() => new FrequentItemsDefinition(5);

    protected override void Add(Sketch accumulator, string?[] values)
    {
        foreach (var value in values)
        {
            if (value is null)
            {
                accumulator.AddMissing();
            }
            else
            {
                accumulator.Add(value);
            }
        }
    }

    protected override bool IsCounted(string? value) => value is not null;
}
