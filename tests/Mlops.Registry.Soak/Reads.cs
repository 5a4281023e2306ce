using Mlops.Registry.Models;
using Mlops.Registry.Risk;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Soak;

/// <summary>The reads that are measured.</summary>
internal static class Reads
{
    public static IEnumerable<(string Name, Func<SeededNumbers, Task> Read)> Of(Estate estate, ModelRegistry registry)
    {
        var reader = new Actors(registry, "reader").Auditor;
        string Model(SeededNumbers numbers) => Estate.Model(numbers.Below(estate.ModelCount));
        foreach (var (name, filter) in Filters(estate, Model))
        {
            yield return ($"search page by {name}", numbers => reader.SearchVersionsAsync(filter(numbers)));
        }

        yield return ("latest", numbers => reader.GetLatestAsync(Model(numbers)));
        yield return ("by alias", numbers => reader.GetByAliasAsync(Model(numbers), Estate.Alias));
        yield return ("by key", numbers => reader.GetVersionAsync(estate.AnyVersion(numbers)));
        yield return ("what was live", numbers => reader.WhatWasLiveAsync(Model(numbers), estate.End));
        yield return (
            "what was live behind an alias",
            numbers => reader.WhatWasLiveAsync(Model(numbers), estate.End, Estate.Alias)
        );
        yield return ("history page", numbers => reader.GetHistoryAsync(new Audit.HistoryQuery(Model(numbers))));
    }

    private static IEnumerable<(string, Func<SeededNumbers, VersionFilter>)> Filters(
        Estate estate,
        Func<SeededNumbers, string> model
    )
    {
        static string Author(SeededNumbers numbers) => $"author-{numbers.Below(Estate.Authors)}";
        static Dictionary<string, string> Team(SeededNumbers numbers) =>
            new() { ["team"] = $"team-{numbers.Below(Estate.Teams)}" };
        yield return ("nothing", _ => new());
        yield return ("model", numbers => new() { Model = model(numbers) });
        yield return ("model, by number", numbers => new() { Model = model(numbers), Order = VersionOrder.Number });
        yield return ("model, by time made", numbers => new() { Model = model(numbers), Order = VersionOrder.Created });
        yield return ("stage Draft", _ => new() { Stages = [Stage.Draft] });
        yield return ("stage Active", _ => new() { Stages = [Stage.Active] });
        yield return ("two stages", _ => new() { Stages = [Stage.Active, Stage.Superseded] });
        yield return ("tier High", _ => new() { Tiers = [RiskTier.High] });
        yield return ("author", numbers => new() { Author = Author(numbers) });
        yield return ("mark", numbers => new() { Tags = Team(numbers) });
        yield return ("model and stage", numbers => new() { Model = model(numbers), Stages = [Stage.Active] });
        yield return ("model and tier", numbers => new() { Model = model(numbers), Tiers = [RiskTier.Low] });
        yield return ("model and author", numbers => new() { Model = model(numbers), Author = Author(numbers) });
        yield return ("model and mark", numbers => new() { Model = model(numbers), Tags = Team(numbers) });
        yield return (
            "author, stage and tier",
            numbers =>
                new()
                {
                    Author = Author(numbers),
                    Stages = [Stage.Registered],
                    Tiers = [RiskTier.Moderate],
                }
        );
        yield return ("time made", _ => new() { CreatedFrom = estate.Middle, Order = VersionOrder.Created });
        yield return ("time made, by update", _ => new() { CreatedBefore = estate.Middle });
        yield return ("time changed", _ => new() { UpdatedFrom = estate.Middle });
    }
}
