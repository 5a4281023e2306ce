namespace Mlops.Architecture.Tests;

/// <summary>A rule of the house, and what breaks it.</summary>
internal static class Rule
{
    /// <summary>Fails with every violation in full, where an assertion on a collection would cut them off.</summary>
    public static void Holds(string rule, IEnumerable<object> violations)
    {
        var found = violations.Select(violation => violation.ToString()).ToList();
        if (found.Count > 0)
        {
            Assert.Fail($"{rule}\n  {string.Join("\n  ", found)}");
        }
    }
}
