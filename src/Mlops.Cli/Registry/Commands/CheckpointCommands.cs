using System.CommandLine;
using System.Text;
using Mlops.Cli.Registry.Hosting;
using Mlops.Registry.Transparency;
using Mlops.Serialization;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry checkpoint</c> and <c>prove</c>: what makes the log hold against its own keepers.</summary>
internal static class CheckpointCommands
{
    public static Command Checkpoint(RegistryTool tool)
    {
        var file = CommonOptions.Text("--output", "Writes the checkpoint to a file as well.", "FILE");
        return tool.Command(
            "checkpoint",
            "Signs the present state of the log, and keeps it outside: what was written till now can't be rewritten unseen.",
            async (call, cancellationToken) =>
            {
                if (call.Request.Key is null)
                {
                    throw new CliException(
                        "A checkpoint is signed with --key PEM; 'mlops registry init --new-key log.pem' makes a key."
                    );
                }

                if (call.Get(file) is { } path)
                {
                    AtomicFile.ThrowIfNoFolder(path);
                }

                SignedNote note;
                try
                {
                    note = await call.Registry.SignCheckpointAsync(cancellationToken).ConfigureAwait(false);
                }
                catch (Exception error) when (error is InvalidOperationException or CheckpointConflictException)
                {
                    throw new RefusedException(error.Message);
                }

                if (call.Get(file) is { } target)
                {
                    AtomicFile.WriteAllBytes(target, note.ToBytes());
                }

                Write(call, note, call.Get(file));
                return ExitCode.Success;
            },
            [file],
            signs: true
        );
    }

    public static Command Prove(RegistryTool tool)
    {
        var entry = new Argument<long>("ENTRY") { Description = "The entry, as 'history' numbers it." };
        var file = CommonOptions.RequiredText("--output", "Where the proof goes.", "FILE");
        return tool.Command(
            "prove",
            "Writes a proof that an entry is in the log, for somebody who has nothing but the public key.",
            async (call, cancellationToken) =>
            {
                var path = call.Get(file)!;
                AtomicFile.ThrowIfNoFolder(path);
                var index = call.Get(entry);
                var found = await call.Registry.GetEntryAsync(index, cancellationToken).ConfigureAwait(false);
                var proof = await call.Registry.ProveAsync(index, cancellationToken).ConfigureAwait(false);
                AtomicFile.WriteAllBytes(path, Encoding.UTF8.GetBytes(proof.ToString()));
                return call.Answer(
                    writer => writer.Record(found),
                    console =>
                    {
                        console.Sentence(
                            RegistryConsole.Done,
                            $"{path} proves entry {index}: {Words.Of(found.Action).Replace('-', ' ')} {found.Version?.ToString() ?? found.Model} by {found.Principal} at {Words.Time(found.At)}."
                        );
                        console.Next($"mlops verify --proof {path} --trust VKEY");
                    }
                );
            },
            [entry, file]
        );
    }

    private static void Write(RegistryCall call, SignedNote note, string? file)
    {
        var checkpoint = Mlops.Registry.Transparency.Checkpoint.Parse(note.Text);
        call.Answer(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("checkpoint", note.ToString());
                writer.WriteNumber("size", checkpoint.Size);
                writer.WriteEndObject();
            },
            console =>
            {
                var places = new[] { call.Request.Checkpoints, file }.OfType<string>().ToList();
                console.Sentence(
                    RegistryConsole.Done,
                    $"{Words.Count(checkpoint.Size, "entry", "entries")} of {checkpoint.Origin} are signed{(places.Count > 0 ? $", and kept in {string.Join(" and ", places)}" : "")}."
                );
                if (places.Count == 0)
                {
                    console.Hanging(
                        RegistryConsole.Open,
                        $"It is kept in the registry alone, where who rewrites the log can remove it: keep this outside, or give --checkpoints FOLDER (or set {RegistryOptions.CheckpointsVariable})."
                    );
                    console.Line();
                    call.Output.Write(note.ToString());
                    return;
                }

                console.Next(
                    $"mlops verify {(call.Request.Checkpoints is { } folder ? $"--checkpoints {folder} " : "")}--trust {LogKeys.PublicFileOf(call.Request.Key!)}"
                );
            }
        );
    }
}
