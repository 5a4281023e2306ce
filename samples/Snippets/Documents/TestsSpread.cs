// <snippet: Usings>
using Mlops.Statistics.Distributions;
using Mlops.Statistics.TwoSample.Spread;

// </snippet>

namespace Snippets.Documents;

internal static class TestsSpread
{
    public static void Spreads()
    {
        // <snippet: Spreads>
        double[] reference = [.. Enumerable.Range(1, 60).Select(i => Normal.Quantile((i - 0.5) / 60))];
        double[] current = [.. Enumerable.Range(1, 50).Select(i => 1.7 * Normal.Quantile((i - 0.5) / 50))];

        LeveneResult median = Levene.Test(reference, current);
        Console.WriteLine($"Brown-Forsythe: F = {median.Statistic:F2}, p = {median.PValue:F4}");
        Console.WriteLine($"mean deviations: {string.Join(" and ", median.MeanDeviations.Select(d => $"{d:F2}"))}");

        var wider = new MoodOptions { Alternative = ScaleAlternative.CurrentWider };
        Console.WriteLine($"Mood: z = {Mood.Test(reference, current).Statistic:F2}");
        Console.WriteLine($"Mood, wider: p = {Mood.Test(reference, current, wider).PValue:F4}");
        var ansari = AnsariBradley.Test(reference, current);
        Console.WriteLine($"Ansari-Bradley: AB = {ansari.Statistic}, p = {ansari.PValue:F4}, {ansari.Method}");
        // </snippet>
    }

    public static void Shifted()
    {
        // <snippet: Shifted>
        double[] reference = [.. Enumerable.Range(0, 200).Select(i => i * 1.0)];
        double[] shifted = [.. Enumerable.Range(0, 50).Select(i => (i * 4.0) + 120)];
        double[] centred = [.. shifted.Select(x => x - 118.5)];

        Console.WriteLine($"Mood, shifted: p = {Mood.Test(reference, shifted).PValue:E1}");
        Console.WriteLine($"Mood, medians taken off: p = {Mood.Test(reference, centred).PValue:F3}");
        Console.WriteLine($"Levene, shifted: p = {Levene.Test(reference, shifted).PValue:F3}");
        // </snippet>
    }
}
