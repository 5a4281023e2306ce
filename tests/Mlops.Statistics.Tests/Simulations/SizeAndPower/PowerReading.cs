using System.Globalization;
using System.Text;

namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>Writes in words which tests of a family find a change most often, and what misleads them.</summary>
internal static class PowerReading
{
    /// <summary>Powers that differ by less are called alike.</summary>
    private const double Alike = 0.02;

    public static void Write(StringBuilder page, PowerFamily family, IReadOnlyList<PowerRates> rates)
    {
        List<PowerRates> fair =
        [
            .. rates.Where(rate => !rate.Setting.IsNull && !rate.Test.IsOneSided && !rate.Test.IsLiberal(rate.Rows)),
        ];
        if (fair.Count == 0)
        {
            return;
        }

        page.Append("Of the two-sided tests whose sizes with as many rows are not known to be above the level:\n\n");
        foreach (var setting in fair.GroupBy(rate => rate.Setting.Name).Where(group => family.Aims.Contains(group.Key)))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"- {setting.Key}: {string.Join("; ", setting.GroupBy(rate => rate.Rows).Select(Best))}.\n"
            );
        }

        page.Append('\n');
        var misled = fair.Where(rate => !family.Aims.Contains(rate.Setting.Name)).ToList();
        if (misled.Count > 0)
        {
            var names = string.Join(" and of ", misled.Select(rate => rate.Setting.Name).Distinct());
            PowerRates least = misled.MinBy(rate => rate.RejectedRate)!,
                most = misled.MaxBy(rate => rate.RejectedRate)!;
            page.Append(
                CultureInfo.InvariantCulture,
                $"A change of {names} is none of what they ask about: they reject from {Of(least)} to {Of(most)} of it.\n\n"
            );
        }
    }

    private static string Best(IGrouping<int, PowerRates> rates)
    {
        var best = rates.Max(rate => rate.RejectedRate);
        var alike = rates
            .Where(rate => rate.RejectedRate >= best - Alike)
            .OrderByDescending(rate => rate.RejectedRate)
            .Select(rate => $"{rate.Test.Name} {Percent(rate)}");
        var least = rates.MinBy(rate => rate.RejectedRate)!;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"with {rates.Key} rows found most often by {string.Join(", ", alike)}, least by {least.Test.Name} {Percent(least)}"
        );
    }

    private static string Of(PowerRates rate) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Percent(rate)} ({rate.Test.Name}, {rate.Setting.Name}, {rate.Rows} rows)"
        );

    private static string Percent(PowerRates rate) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * rate.RejectedRate:F1}%");
}
