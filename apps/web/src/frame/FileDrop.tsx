import { Button, FileButton, Group, Stack, Text } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";

/** What {@link FileDrop} shows and gives. `accept` is a list of endings as an input takes it. */
export interface FileDropProps {
  readonly hint: string;
  readonly button: string;
  readonly accept: string;
  readonly multiple: boolean;
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ReactNode;
}

/** A place that files are dropped on, with a button to choose them instead. */
export function FileDrop({ hint, button, accept, multiple, busy, onFiles, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  const take = (files: readonly File[]): void => {
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    <Stack
      gap="sm"
      className="drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take([...event.dataTransfer.files]);
      }}
    >
      <Group justify="space-between">
        <Text size="sm" c="dimmed" flex={1} miw={0}>
          {hint}
        </Text>
        <FileButton
          onChange={(chosen: File | File[] | null) =>
            take(chosen === null ? [] : Array.isArray(chosen) ? chosen : [chosen])
          }
          accept={accept}
          multiple={multiple}
        >
          {(props) => (
            <Button
              {...props}
              size="xs"
              variant="default"
              loading={busy}
              leftSection={<IconFileImport size={16} aria-hidden />}
            >
              {button}
            </Button>
          )}
        </FileButton>
      </Group>
      {children}
    </Stack>
  );
}
