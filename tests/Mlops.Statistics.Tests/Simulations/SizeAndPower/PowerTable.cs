using System.Globalization;
using System.Text;

namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>Writes the page of measured size and power.</summary>
internal static class PowerTable
{
    public static string Write(IReadOnlyList<PowerRates> rates, int replicates)
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            # The measured size and power of the tests

            How often each test rejects at the level of 5%, in percent of simulated pairs of samples of 20 and of 200 rows a side. Where both sides are
            drawn from the same distribution that is the *size*: the normal distribution, and for *ties* the same rounded to whole numbers. Where they
            are not it is the *power*: *shift* is by 0.8 standard deviations with 20 rows and 0.25 with 200, *scale* by 2.5 and 1.3, *tail* a Student's
            t of two degrees of freedom with the normal's quartiles. Five categories are equally likely, until the first gains 40% of what all have
            with 20 rows and 13% with 200; an event of 30% becomes one of 70% and of 43%.

            Each number is of as many pairs as the last column says, {replicates:N0} where nothing is permuted; three standard errors of a rate of 5% are
            {Margin(replicates)} points with {replicates:N0} pairs, {Margin(replicates / 2)} with {replicates
                / 2:N0} and {Margin(replicates / 5)} with {replicates / 5:N0}. All tests of a table are given
            the same pairs, or the first of them, so that their errors go together. They are called with their defaults where nothing else is said, but that permutations are {PowerTests.PermutationReplicates}.

            An exact test has few p-values where samples are small, and then rejects less often than the level: *attainable* is the largest
            p-value at or under 5% that occurs, which is the size that it can have with 20 rows of continuous data. A size with an asterisk is not the
            level by the nature of the test, as published; the notes under the table say why, and which size a simulation of the published formulas in NumPy and
            SciPy gives it: the tests hold it to that number in place of the level.

            The generator is seeded, so that the same build gives the same page. To write it again (some minutes on two cores):

            ```sh
            MLOPS_POWER_REPLICATES={replicates} MLOPS_POWER_TABLE="$PWD/docs/size-and-power.md" \
                dotnet test tests/Mlops.Statistics.Tests -c Release --filter FullyQualifiedName~SizeAndPower
            ```

            Every run of the tests measures the sizes with fewer pairs, and holds each at or under the level and, for continuous data, at it, three
            standard errors allowed for.


            """
        );
        foreach (var family in rates.GroupBy(rate => rate.Test.Family))
        {
            PowerSection.Write(page, family.Key, [.. family]);
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Margin(int replicates) =>
        (300 * Math.Sqrt(PowerRates.Level * (1 - PowerRates.Level) / replicates)).ToString(
            "F2",
            CultureInfo.InvariantCulture
        );
}
