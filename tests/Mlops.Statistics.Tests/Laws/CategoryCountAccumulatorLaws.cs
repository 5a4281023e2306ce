using FsCheck;
using FsCheck.Fluent;
using Mlops.Statistics.Counting;

namespace Mlops.Statistics.Tests.Laws;

public sealed class CategoryCountAccumulatorLaws : AccumulatorLaws<CategoryCountAccumulator, string?>
{
    protected override Gen<string?> Values => Gen.Elements<string?>("a", "b", "B", "", "ä", "日本", "\"\\\n", null);

    protected override IStatisticDefinition<CategoryCountAccumulator> CreateDefinition() =>
        new CategoryCountDefinition();

    protected override void Add(CategoryCountAccumulator accumulator, string?[] values)
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
