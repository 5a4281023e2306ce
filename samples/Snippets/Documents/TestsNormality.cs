// <snippet: Usings>
using System.Numerics.Tensors;
using Mlops.Statistics.Collinearity;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Normality;
using Mlops.Statistics.Trend;

// </snippet>

namespace Snippets.Documents;

internal static class TestsNormality
{
    public static void Shape()
    {
        // <snippet: Shape>
        double[] normal = [.. Enumerable.Range(1, 100).Select(i => Normal.Quantile((i - 0.5) / 100))];
        double[] skewed = [.. normal.Select(Math.Exp)];

        foreach (var values in new[] { normal, skewed })
        {
            Console.WriteLine(
                $"Shapiro-Wilk W = {ShapiroWilk.Test(values).Statistic:F4}, p = {ShapiroWilk.Test(values).PValue:G2}"
            );
            Console.WriteLine($"  Anderson-Darling p = {AndersonDarlingNormality.Test(values).PValue:G2}");
            Console.WriteLine($"  Lilliefors p = {Lilliefors.Test(values).PValue:G2}");
            var moments = DAgostinoPearson.Test(values);
            Console.WriteLine(
                $"  D'Agostino-Pearson p = {moments.PValue:G2}, of the skewness alone {moments.SkewnessPValue:G2}"
            );
        }
        // </snippet>
    }

    public static void Rising()
    {
        // <snippet: Rising>
        double[] months = [12.1, 12.4, 11.9, 12.8, 13.0, 12.7, 13.4, 13.3, 13.9, 13.6, 14.2, 14.0];

        MannKendallResult trend = MannKendall.Test(months);
        Console.WriteLine($"S = {trend.Statistic}, tau = {trend.Tau:F3}, p = {trend.PValue:E1}, {trend.Method}");
        TheilSenResult line = TheilSen.Fit(months);
        Console.WriteLine($"{line.Slope:F3} a month, {line.Interval}");
        // </snippet>
    }

    public static void Collinear()
    {
        // <snippet: Collinear>
        double[] age = [25, 30, 35, 40, 45, 50, 55, 60];
        double[] years = [2, 8, 4, 15, 11, 27, 9, 30];
        double[] salary = [31, 40, 42, 55, 50, 61, 58, 70];
        double[] rows = [.. Enumerable.Range(0, age.Length).SelectMany(i => new[] { age[i], years[i], salary[i] })];

        var inflation = VarianceInflation.Of(new ReadOnlyTensorSpan<double>(rows, [age.Length, 3]));
        Console.WriteLine(string.Join(", ", inflation.Factors.Select(factor => $"{factor:F1}")));
        // </snippet>
    }
}
