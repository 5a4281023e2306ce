using System.Globalization;
using Mlops.Registry.Audit;
using Spectre.Console;

namespace Mlops.Cli.Registry.Views;

/// <summary>Entries of the audit log as a table.</summary>
internal static class HistoryView
{
    private static readonly string[] Shown = ["role", "policy", "run", "classes", "hold", "released"];

    public static void Write(RegistryConsole console, IReadOnlyList<AuditEntry> entries)
    {
        if (entries.Count == 0)
        {
            console.Line("There are no such entries.");
            return;
        }

        console.Table(
            ["Entry|", "When|", "Who", "What", "Why"],
            entries.Select(entry =>
                (IReadOnlyList<string>)
                    [
                        entry.Index.ToString(CultureInfo.InvariantCulture),
                        Words.Time(entry.At),
                        Markup.Escape(Who(entry)),
                        What(entry),
                        Markup.Escape(Why(entry)),
                    ]
            )
        );
    }

    private static string Who(AuditEntry entry) =>
        entry.Roles.Count == 0 ? entry.Principal : $"{entry.Principal} ({string.Join(", ", entry.Roles)})";

    private static string What(AuditEntry entry)
    {
        var outcome = entry.Outcome switch
        {
            AuditOutcome.Done => "",
            AuditOutcome.Denied => "[bold red]✗ denied:[/] ",
            _ => "[bold red]✗ refused:[/] ",
        };
        var subject = entry.Version?.ToString() ?? entry.Model ?? "";
        return $"{outcome}{Words.Of(entry.Action).Replace('-', ' ')} {Markup.Escape(subject)}{Markup.Escape(Details(entry))}";
    }

    private static string Details(AuditEntry entry)
    {
        var details = entry.Details;
        var parts = new List<string>();
        if (details.TryGetValue("from", out var from) && details.TryGetValue("to", out var to))
        {
            parts.Add($"{from} → {to}");
        }

        if (details.TryGetValue("alias", out var alias))
        {
            parts.Add($"{alias} {details.GetValueOrDefault("alias-from")} → {details.GetValueOrDefault("alias-to")}");
        }

        parts.AddRange(details.Where(each => Shown.Contains(each.Key)).Select(each => $"{each.Key} {each.Value}"));
        return parts.Count == 0 ? "" : $": {string.Join(", ", parts)}";
    }

    private static string Why(AuditEntry entry) =>
        entry.Ticket is { } ticket ? $"{entry.Reason} [{ticket}]".TrimStart() : entry.Reason ?? "";
}
