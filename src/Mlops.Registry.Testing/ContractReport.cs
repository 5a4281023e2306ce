using System.Globalization;
using System.Text;

namespace Mlops.Registry.Testing;

/// <summary>What came of all cases.</summary>
/// <param name="Results">The results, in the order of <see cref="RegistryStoreContract.Cases"/>.</param>
public sealed record ContractReport(IReadOnlyList<ContractResult> Results)
{
    /// <summary>Whether no guarantee was broken.</summary>
    public bool IsKept => Results.All(result => result.Outcome != ContractOutcome.Broken);

    /// <summary>A line for each case, and beneath a broken one what was expected and found.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var result in Results)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{result.Outcome, -13} {result.Case.Name} ({result.Elapsed.TotalMilliseconds:F0} ms)\n"
            );
            if (result.Violation is { } violation)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {violation.Message}\n");
            }
        }

        return text.ToString();
    }
}
