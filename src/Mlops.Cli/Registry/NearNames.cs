using System.CommandLine;
using Mlops.Registry;
using Mlops.Registry.Models;

namespace Mlops.Cli.Registry;

/// <summary>Names that may have been meant by one that is not there.</summary>
internal static class NearNames
{
    private const int MostModels = 1000;

    /// <summary>The message of what is not there; for a model with the names near to it.</summary>
    public static async Task<string> ExplainAsync(
        RegistryNotFoundException error,
        ParseResult parse,
        IModelRegistry registry,
        CancellationToken cancellationToken
    )
    {
        var said = parse
            .CommandResult.Children.SelectMany(child => child.Tokens)
            .Select(token => token.Value.Split('@')[0])
            .FirstOrDefault(text =>
                RegistryName.IsModel(text)
                && (
                    error.Message.Contains($"'{text}'", StringComparison.Ordinal)
                    || error.Message.Contains($" {text}@", StringComparison.Ordinal)
                )
            );
        if (said is null)
        {
            return error.Message;
        }

        try
        {
            var page = await registry
                .SearchModelsAsync(new ModelFilter { Limit = MostModels }, cancellationToken)
                .ConfigureAwait(false);
            if (page.Items.Any(model => model.Name == said))
            {
                return error.Message;
            }

            return page.Items.Count == 0
                ? $"{error.Message} The registry has no models yet; 'mlops registry register {said} --create --intended-use TEXT' makes the first."
                : $"{error.Message} {Suggestion(said, [.. page.Items.Select(model => model.Name)])}";
        }
        catch (RegistryException)
        {
            // Who may not read the names is not told them.
            return error.Message;
        }
    }

    /// <summary>A question after the nearest names, or the first of all.</summary>
    public static string Suggestion(string said, IReadOnlyList<string> names)
    {
        var near = names
            .Select(name => (Name: name, Distance: Distance(said.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(each =>
                each.Distance <= Math.Max(1, said.Length / 3)
                || each.Name.Contains(said, StringComparison.OrdinalIgnoreCase)
            )
            .OrderBy(each => each.Distance)
            .ThenBy(each => each.Name, StringComparer.Ordinal)
            .Take(3)
            .Select(each => $"'{each.Name}'")
            .ToList();
        return near.Count > 0
            ? $"Did you mean {string.Join(" or ", near)}?"
            : $"There are {string.Join(", ", names.Take(5).Select(name => $"'{name}'"))}{(names.Count > 5 ? " and more" : "")}; 'mlops registry list' has all.";
    }

    // Optimal string alignment: a swap of neighbours, the commonest slip, counts once.
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[left.Length, right.Length];
    }
}
