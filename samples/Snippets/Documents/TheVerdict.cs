using Mlops.Drift;
using Mlops.Statistics.Equivalence;

namespace Snippets.Documents;

internal static class TheVerdict
{
    public static void Bounds()
    {
        // <snippet: Bounds>
        var options = DriftOptions.Default with
        {
            Bound = EffectBound.Shift(0.3),
            ColumnBounds = DriftOptions.Default.ColumnBounds.Add("income", EffectBound.PopulationStability(0.1)),
        };
        // </snippet>

        Console.WriteLine($"{options.Bound}; {options.BoundOf("income")}");
    }
}
